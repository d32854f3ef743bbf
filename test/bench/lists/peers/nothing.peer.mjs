import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

// Node's HTTP alone: as many bytes as are asked for, the same each time, whatever else the request says. No server on
// Node answers sooner: node nothing.peer.mjs PORT

const [, , port] = process.argv;
const answers = new Map();

createServer(async (request, response) => {
  const bytes = Number(request.headers['x-bytes']);
  await text(request);
  let body = answers.get(bytes);
  if (body === undefined) answers.set(bytes, (body = Buffer.alloc(bytes, ' ')));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes });
  response.end(body);
}).listen(Number(port), '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${port}\n`));
