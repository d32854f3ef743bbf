import curl from '../../../static/clients/tacit.sh?raw';
import python from '../../../static/clients/tacit.py?raw';
import pandas from '../../../static/clients/tacit_pandas.py?raw';
import r from '../../../static/clients/tacit.R?raw';
import documents from '../../../static/clients/typescript/documents.ts?raw';
import questions from '../../../static/clients/typescript/questions.graphql?raw';
import typescript from '../../../static/clients/typescript/tacit.ts?raw';

/** One language's example: what stands in which file, and how it is run. */
export interface Client {
  language: string;
  run: string;
  /** Paths below /clients. */
  files: { path: string; text: string }[];
}

/** Programs that ask the API, as they are served; the tests run them. */
export function readClients(): Client[] {
  return [
    { language: 'curl', run: 'sh tacit.sh 23-1011', files: [{ path: 'tacit.sh', text: curl }] },
    {
      language: 'Python',
      run: 'pip install requests pandas && python tacit.py 23-1011',
      files: [
        { path: 'tacit.py', text: python },
        { path: 'tacit_pandas.py', text: pandas },
      ],
    },
    { language: 'R', run: 'Rscript tacit.R 23-1011', files: [{ path: 'tacit.R', text: r }] },
    {
      language: 'TypeScript',
      run: 'node tacit.ts 23-1011',
      files: [
        { path: 'typescript/tacit.ts', text: typescript },
        { path: 'typescript/questions.graphql', text: questions },
        { path: 'typescript/documents.ts', text: documents },
      ],
    },
  ];
}
