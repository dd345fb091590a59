/** An address as numbers: four of 8 bits, or eight of 16. */
interface Address {
  readonly width: 8 | 16;
  readonly groups: readonly number[];
}

/**
 * Whether an IP address lies in a range of CIDR notation (RFC 4632, RFC 4291), or equals it where
 * it names no prefix. False where either is malformed, and between IPv4 and IPv6.
 */
export function inIpRange(range: string, address: string): boolean {
  const network = readRange(range);
  const host = network === null ? null : readAddress(address);
  if (network === null || host === null || network.width !== host.width) return false;
  const { width, groups, prefix } = network;
  return groups.every((group, index) => {
    const open = width - Math.min(width, Math.max(0, prefix - index * width));
    return group >> open === (host.groups[index] ?? 0) >> open;
  });
}

/** Whether a text is a range of CIDR notation, or one address. */
export function isIpRange(range: string): boolean {
  return readRange(range) !== null;
}

interface Range extends Address {
  /** How many bits are the network's. */
  readonly prefix: number;
}

function readRange(range: string): Range | null {
  const slash = range.indexOf('/');
  const network = readAddress(slash < 0 ? range : range.slice(0, slash));
  if (network === null) return null;
  const bits = network.width * network.groups.length;
  const prefix = slash < 0 ? bits : readDecimal(range.slice(slash + 1), bits);
  return prefix === null ? null : { ...network, prefix };
}

/** Up to three digits, no more than a limit. */
function readDecimal(text: string, limit: number): number | null {
  if (!/^\d{1,3}$/.test(text)) return null;
  const value = Number(text);
  return value <= limit ? value : null;
}

function readAddress(text: string): Address | null {
  const wide = text.includes(':');
  const groups = wide ? readIpv6(text) : readIpv4(text);
  return groups === null ? null : { width: wide ? 16 : 8, groups };
}

function readIpv4(text: string): readonly number[] | null {
  const bytes: number[] = [];
  for (const part of text.split('.', 5)) {
    const byte = readDecimal(part, 255);
    if (byte === null) return null;
    bytes.push(byte);
  }
  return bytes.length === 4 ? bytes : null;
}

function readIpv6(text: string): readonly number[] | null {
  const halves = text.split('::', 3);
  if (halves.length > 2) return null;
  const [left = '', right] = halves;
  const head = readGroups(left);
  const tail = right === undefined ? [] : readGroups(right);
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (right === undefined ? missing !== 0 : missing < 1) return null;
  return [...head, ...Array<number>(missing).fill(0), ...tail];
}

/** The 16-bit groups of one side of `::`; the last may be written as an IPv4 address. */
function readGroups(text: string): readonly number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':', 9);
  for (const [index, part] of parts.entries()) {
    if (part.includes('.') && index === parts.length - 1) {
      const [a = 0, b = 0, c = 0, d = 0] = readIpv4(part) ?? [];
      if (readIpv4(part) === null) return null;
      groups.push(a * 256 + b, c * 256 + d);
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}
