// The one page with a script of its own: it reads a file before it is sent. Without it there is a plain form.
export const csr = true;
