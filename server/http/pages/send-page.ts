import type { FastifyReply, FastifyRequest } from 'fastify';
import { codingFor } from '../coding.ts';
import type { KeptPage } from './kept-page.ts';

/** Sends a page, packed as its reader can unpack it; or that the one she has is still the one. */
export async function sendPage(request: FastifyRequest, reply: FastifyReply, page: KeptPage): Promise<void> {
  const { raw } = reply;
  const coding = codingFor(request.headers['accept-encoding']);
  raw.setHeader('etag', page.etag);
  // Kept by whoever likes, asked for again each time: a release is seen within seconds, what is erased at once.
  raw.setHeader('cache-control', 'public, no-cache');
  raw.setHeader('vary', 'accept, accept-encoding, authorization');
  if (page.policy !== undefined) raw.setHeader('content-security-policy', page.policy);
  if (isKnown(page.etag, request.headers['if-none-match'])) {
    raw.statusCode = 304;
    return void raw.end();
  }
  const body = await page.body(coding);
  raw.statusCode = 200;
  raw.setHeader('content-type', 'text/html; charset=utf-8');
  raw.setHeader('content-length', body.length);
  if (coding !== 'identity') raw.setHeader('content-encoding', coding);
  raw.end(body);
}

function isKnown(etag: string, known: string | undefined): boolean {
  return (
    known !== undefined && known.split(',').some((one) => `W/${one.trim().replace(/^W\//, '')}` === etag)
  );
}
