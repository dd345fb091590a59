/** An address as a number, of 32 or 128 bits. */
interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/**
 * Whether an IP address lies in a range of CIDR notation (RFC 4632, RFC 4291), or equals it where
 * it names no prefix. False where either is malformed, and between IPv4 and IPv6.
 */
export function inIpRange(range: string, address: string): boolean {
  const network = readRange(range);
  const host = network === null ? null : readAddress(address);
  if (network === null || network.bits !== host?.bits) return false;
  return network.value >> network.rightOf === host.value >> network.rightOf;
}

/** Whether a text is a range of CIDR notation, or one address. */
export function isIpRange(range: string): boolean {
  return readRange(range) !== null;
}

interface Range extends Address {
  /** How many bits the prefix leaves open. */
  readonly rightOf: bigint;
}

function readRange(range: string): Range | null {
  const [base = '', prefix, ...rest] = range.split('/');
  const network = readAddress(base);
  if (network === null || rest.length > 0) return null;
  const length = prefix === undefined ? network.bits : readPrefix(prefix, network.bits);
  return length === null ? null : { ...network, rightOf: BigInt(network.bits - length) };
}

function readPrefix(text: string, bits: number): number | null {
  if (!/^\d{1,3}$/.test(text)) return null;
  const length = Number(text);
  return length <= bits ? length : null;
}

function readAddress(text: string): Address | null {
  const value = text.includes(':') ? readIpv6(text) : readIpv4(text);
  if (value === null) return null;
  return { bits: text.includes(':') ? 128 : 32, value };
}

function readIpv4(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let value = 0n;
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return null;
    value = (value << 8n) | BigInt(part);
  }
  return value;
}

function readIpv6(text: string): bigint | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [left = '', right] = halves;
  const head = readGroups(left);
  const tail = right === undefined ? [] : readGroups(right);
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (right === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array<bigint>(missing).fill(0n), ...tail];
  return groups.reduce((value, group) => (value << 16n) | group, 0n);
}

/** The 16-bit groups of one side of `::`; the last may be written as an IPv4 address. */
function readGroups(text: string): readonly bigint[] | null {
  if (text === '') return [];
  const groups: bigint[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (part.includes('.') && index === parts.length - 1) {
      const last = readIpv4(part);
      if (last === null) return null;
      groups.push(last >> 16n, last & 0xffffn);
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(BigInt(`0x${part}`));
    else return null;
  }
  return groups;
}
