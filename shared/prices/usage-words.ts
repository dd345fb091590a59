import { type Meter, PLAIN, type ReadUsageType, type UsageType, unparsed } from './usage-type.ts';

/** What one phrase of a usage type says. */
type Said = Partial<Pick<UsageType, 'scopes' | 'tier' | 'context' | 'endpoint'>> &
  Partial<Pick<UsageType, 'latencyOptimized' | 'customModel' | 'item'>>;

/** A phrase that says what is counted; its captured text is turned into members. */
interface MeterPhrase {
  readonly pattern: RegExp;
  readonly read: (groups: readonly string[]) => Partial<UsageType> & { readonly meter: Meter };
}

const TOKENS = '(?:token-count|tokens?)';
const TTL = '(5m|30m|1h)';

/** Every phrase of which a text must hold exactly one; longer ones first. */
const METERS: readonly MeterPhrase[] = [
  {
    pattern: phrase(`cache-write(?:-${TTL})?(?:-input)?-${TOKENS}(?:-${TTL})?`),
    read: ([before, after]) => ({
      meter: 'cache-write-tokens',
      direction: 'input',
      cacheTtl: ttlOf(before ?? after),
    }),
  },
  {
    pattern: phrase(`cache-read(?:-input)?-${TOKENS}`),
    read: () => ({ meter: 'cache-read-tokens', direction: 'input' }),
  },
  {
    pattern: phrase(`reserved-(\\d)-?months?-(input|output)-tpm`),
    read: ([months, direction]) => ({
      meter: 'reserved-tpm-hours',
      direction: directionOf(direction),
      tier: 'reserved',
      commitment: commitmentOf(months),
    }),
  },
  {
    pattern: phrase(`(?:(text|speech|audio|image|video)-)?(input|output)-${TOKENS}`),
    read: ([kind, direction]) => ({
      meter: direction === 'input' ? 'input-tokens' : 'output-tokens',
      direction: directionOf(direction),
      item: kind ?? null,
    }),
  },
  {
    pattern: phrase('(created|input|output)-images?'),
    read: ([direction]) => ({ meter: 'images', direction: directionOf(direction) }),
  },
  {
    pattern: phrase('(input|output)-(video|audio)-seconds?'),
    read: ([direction, kind]) => ({
      meter: kind === 'video' ? 'video-seconds' : 'audio-seconds',
      direction: directionOf(direction),
    }),
  },
  { pattern: phrase('search-units?'), read: () => ({ meter: 'search-units' }) },
];

/** Phrases around the meter; longer ones first, because each is taken out where it is found. */
const MODIFIERS: readonly (readonly [RegExp, Said])[] = [
  [phrase('cross-region-global'), { scopes: ['global'] }],
  [phrase('cross-region(?:-geo)?'), { scopes: ['geographic'] }],
  [phrase('global'), { scopes: ['global'] }],
  [phrase('geo'), { scopes: ['geographic'] }],
  [phrase('long-context|long-ctx|l-ctx'), { context: 'long' }],
  [phrase('latency-optimized'), { latencyOptimized: true }],
  [phrase('custom-model'), { customModel: true }],
  [phrase('mantle'), { endpoint: 'mantle' }],
  [phrase('standard'), { tier: 'standard' }],
  [phrase('batch'), { tier: 'batch' }],
  [phrase('flex'), { tier: 'flex' }],
  [phrase('priority'), { tier: 'priority' }],
];

/** A text as lower-case words joined by `-`: `CacheWrite1hInputTokenCount_LCtx` has seven. */
export function wordsOf(text: string): string {
  return text
    .replace(/([a-z])(\d+[hm])(?=[A-Z_-]|$)/g, '$1-$2')
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
}

/** Reads words that name a meter and what is around it; a word it does not know fails the whole. */
export function readUsageWords(words: string): ReadUsageType {
  const meter = METERS.find(({ pattern }) => pattern.test(words));
  const match = meter?.pattern.exec(words) ?? null;
  if (meter === undefined || match === null) return unparsed(`'${words}' names nothing counted`);
  let rest = takeOut(words, match);
  let said: Said = {};
  for (const [pattern, meaning] of MODIFIERS) {
    const found = pattern.exec(rest);
    if (found === null) continue;
    if (contradicts(said, meaning)) return unparsed(`'${words}' says two things at once`);
    said = { ...said, ...meaning };
    rest = takeOut(rest, found);
  }
  if (rest !== '') return unparsed(`Assay does not know what '${rest}' means in '${words}'`);
  const read = meter.read(match.slice(1));
  return { ...PLAIN, form: 'service', ...said, ...read };
}

function phrase(words: string): RegExp {
  return new RegExp(`(?<=^|-)(?:${words})(?=-|$)`);
}

function takeOut(words: string, found: RegExpExecArray): string {
  const before = words.slice(0, found.index);
  const after = words.slice(found.index + found[0].length);
  return `${before}-${after}`.replace(/^-+|-+$/g, '').replaceAll('--', '-');
}

function contradicts(said: Said, more: Said): boolean {
  return Object.keys(more).some((name) => name in said);
}

function ttlOf(text: string | undefined): UsageType['cacheTtl'] {
  return text === '5m' || text === '30m' || text === '1h' ? text : null;
}

function directionOf(text: string | undefined): UsageType['direction'] {
  if (text === 'input') return 'input';
  return text === 'output' || text === 'created' ? 'output' : null;
}

function commitmentOf(months: string | undefined): UsageType['commitment'] {
  if (months === '1') return '1-month';
  if (months === '3') return '3-months';
  return months === '6' ? '6-months' : null;
}
