import { groupThousands } from '../shared/model/group-thousands.ts';
import type { Usd } from '../shared/model/usd.ts';

/** The exact amount with its currency, for hover texts and screen readers. */
export function exactMoney(usd: Usd): string {
  return `${usd} USD`;
}

const SCALES = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'K'],
] as const;

/** A count in few characters: `950`, `12.3K`, `1.57B`; the exact one belongs on hover. */
export function formatCount(count: number): string {
  for (const [size, letter] of SCALES) {
    if (Math.abs(count) >= size * 0.9995) return `${threeDigits(count / size)}${letter}`;
  }
  return String(Math.round(count));
}

/** A count in full with grouped thousands. */
export function exactCount(count: number): string {
  return `${count < 0 ? '−' : ''}${groupThousands(Math.abs(Math.round(count)).toString())}`;
}

function threeDigits(value: number): string {
  const decimals = Math.abs(value) >= 99.95 ? 0 : Math.abs(value) >= 9.995 ? 1 : 2;
  return value.toFixed(decimals).replace(/\.0+$|(\.\d)0$/, '$1');
}

/** A share of a whole in percent: `46 %`, `0.4 %`, `under 0.1 %`; null when there is no whole. */
export function formatShare(part: number, whole: number): string | null {
  if (whole <= 0) return null;
  const percent = (part / whole) * 100;
  if (percent > 0 && percent < 0.1) return 'under 0.1 %';
  return percent > 0 && percent < 1 ? `${percent.toFixed(1)} %` : `${Math.round(percent)} %`;
}

/** A change in words: `18 % more`, `4 % less`, `the same`; null where there is nothing to compare. */
export function changeInWords(now: number, before: number): string | null {
  if (before <= 0) return null;
  const percent = Math.round((now / before - 1) * 100);
  if (percent === 0) return 'the same';
  if (percent >= 1000) return `${formatCount(now / before)} times as much`;
  return percent > 0 ? `${percent} % more` : `${-percent} % less`;
}

/** A number of things in words: `1 call`, `12,400 calls`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${exactCount(count)} ${count === 1 ? one : many}`;
}

/** How long ago something was, from milliseconds: `just now`, `12 min ago`, `3 h ago`, `2 days ago`. */
export function agoInWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}

/** A length of time from milliseconds: `0.41 s`, `12 s`, `3 min 5 s`. */
export function durationInWords(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(ms < 1000 ? 2 : 1)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** The part of an ARN that a person recognises: `role/support-bot`, `user/ada`; other text as it is. */
export function shortArn(arn: string): string {
  if (!arn.startsWith('arn:')) return arn;
  const resource = arn.split(':').slice(5).join(':');
  const parts = resource.split('/');
  return parts.length <= 2 ? resource : `${parts[0]}/${parts.at(-1)}`;
}
