import { unitNamed } from '../model/billable-units.ts';
import type { BillableUnit, ServiceTier } from '../model/usage.ts';
import type { UsageType } from './usage-type.ts';

/** What a usage type counts in the units of price lines; null for what Assay does not price. */
export function unitOfUsage(usage: UsageType): BillableUnit | null {
  return unitNamed(idOf(usage) ?? '')?.unit ?? null;
}

/** Of how many units a list's price is, for meters that lists count one by one; null for tokens. */
export function countedBy(usage: UsageType): number | null {
  if (/-tokens$/.test(usage.meter)) return null;
  return usage.meter === 'reserved-tpm-hours' ? THOUSAND : 1;
}

/** AWS prices reserved capacity by thousands of tokens per minute. */
const THOUSAND = 1_000;

/** The tier of a price line: latency-optimized calls stand beside the tiers. */
export function tierOfUsage({ tier, latencyOptimized }: UsageType): ServiceTier {
  return latencyOptimized && tier === 'standard' ? 'latency-optimized' : tier;
}

/** The meters whose prices a list counts in a way that AWS documents. */
function idOf(usage: UsageType): string | null {
  const { meter, cacheTtl, direction, commitment } = usage;
  switch (meter) {
    case 'input-tokens':
    case 'output-tokens':
      return tokensId(usage);
    case 'cache-read-tokens':
    case 'search-units':
      return meter;
    case 'cache-write-tokens':
      return `cache-write-${cacheTtl ?? '5m'}-tokens`;
    case 'images':
      return imagesId(usage);
    case 'video-seconds':
      return direction === 'input' ? 'input-video-seconds' : meter;
    case 'audio-seconds':
      return `${direction}-audio-seconds`;
    case 'reserved-tpm-hours':
      return `reserved-${direction}-tpm-hours-${commitment}`;
    case 'model-unit-hours':
      return commitment === 'none' ? 'provisioned-mu-hours' : `provisioned-mu-hours-${commitment}`;
    default:
      return null;
  }
}

/** Nova Sonic's speech is counted in tokens of its own, like images read by the token. */
function tokensId({ meter, item }: UsageType): string {
  if (item === null || item === 'text') return meter;
  return `${item === 'speech' ? 'audio' : item}-${meter}`;
}

/** `t2i-1024-standard` is of a size and quality; other images have one price. */
function imagesId({ direction, item }: UsageType): string {
  if (direction === 'input') return 'input-images';
  const sized = /^[ti]2i-(\d+-(?:standard|premium))$/.exec(item ?? '')?.[1];
  return sized === undefined ? 'images' : `images-${sized}`;
}
