import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';

// No GraphQL at all: the name of a list and its values by HTTP, the answer's text from one prepared statement of
// PostgreSQL: node ceiling.peer.mjs DATABASE_URL PORT

const [, , connectionString, port] = process.argv;
const pool = new pg.Pool({ connectionString, max: 6 });
const statements = JSON.parse(process.env.STATEMENTS);

createServer(async (request, response) => {
  const { list, values } = JSON.parse(await text(request));
  const { rows } = await pool.query({ name: list, text: statements[list], values, rowMode: 'array' });
  const body = rows[0][0];
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}).listen(Number(port), '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${port}\n`));
