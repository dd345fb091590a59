/**
 * Cuts a stream of text chunks into the lines of newline-delimited JSON. Each call takes the next
 * chunk and answers the lines that it completed, without blank ones.
 */
export function ndjsonSplitter(): (chunk: string) => readonly string[] {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    return lines.filter((line) => line.trim() !== '');
  };
}
