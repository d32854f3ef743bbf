import { spawn } from 'node:child_process';

/** Runs a tool of this project with this Node, and keeps what it says for when it fails. */
export function run(command: readonly string[], cwd: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve, fail) => {
    const child = spawn(process.execPath, command, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', fail).on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
