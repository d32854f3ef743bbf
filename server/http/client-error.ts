import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { errorRegistry, type ErrorCode } from '../errors/registry.ts';

interface Unreadable {
  status: number;
  code: ErrorCode;
  message: string;
}

function unreadable(fault: string | undefined): Unreadable {
  switch (fault) {
    case 'HPE_HEADER_OVERFLOW':
      return { status: 431, code: 'PAYLOAD_TOO_LARGE', message: 'The headers are larger than 16 kB in all.' };
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, code: 'BAD_REQUEST', message: 'The headers took too long to arrive.' };
    default:
      return {
        status: errorRegistry.BAD_REQUEST.status,
        code: 'BAD_REQUEST',
        message: 'This is not a request of HTTP/1.1.',
      };
  }
}

/** Answers what Node could not read as a request, which no route ever sees, and ends the connection. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) return void socket.destroy();
  const { status, code, message } = unreadable(error.code);
  const body = JSON.stringify({ error: { code, message } });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
