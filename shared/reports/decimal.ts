/** Whether a text is a plain decimal number, as amounts are: no exponent, no grouping, no plus sign. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
