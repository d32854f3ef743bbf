// Every page is drawn by the server and ships no script of its own.
export const csr = false;
export const prerender = false;
