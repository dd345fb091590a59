/**
 * Whether a text is written as AWS writes Region codes, known or not: `eu-west-1`, `us-gov-east-1`,
 * `eusc-de-east-1`.
 */
export function isRegionCode(text: string): boolean {
  return /^([a-z]{2}|eusc)(-[a-z]+)+-\d{1,2}$/.test(text);
}
