/** A question's text, bundled by Vite and Vitest alike. */
declare module '*.sql?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: Vite gives raw files as the default export.
  export default text;
}
