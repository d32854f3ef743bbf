/** A file as text, the way vite gives it to the pages. */
declare module '*?raw' {
  const text: string;
  export default text;
}
