/** Sites that Assay's own texts refer to; each is opened in the system's browser, never in the app. */
const HOSTS: readonly string[] = [
  'aws.amazon.com',
  'docs.aws.amazon.com',
  'console.aws.amazon.com',
  'pricing.us-east-1.amazonaws.com',
  'registry.terraform.io',
  'attack.mitre.org',
  'atlas.mitre.org',
  'genai.owasp.org',
];
const CONSOLE = /^[a-z]{2}(-[a-z]+)+-\d\.console\.aws\.amazon\.com$/;

/** The address to hand to the system's browser, or null for anything that is not on the list. */
export function externalLink(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.port !== '') return null;
  if (url.username !== '' || url.password !== '') return null;
  return HOSTS.includes(url.hostname) || CONSOLE.test(url.hostname) ? url.href : null;
}
