/**
 * The Region behind the prefix of a billing usage type. AWS gives no rule for it: the table is what
 * `regionCode` and `usagetype` of every Bedrock product of the Price List said on 2026-08-31
 * (https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonBedrock/current/index.json).
 */
const REGION_OF_PREFIX: Readonly<Record<string, string>> = {
  AFS1: 'af-south-1',
  APE1: 'ap-east-1',
  APE2: 'ap-east-2',
  APN1: 'ap-northeast-1',
  APN2: 'ap-northeast-2',
  APN3: 'ap-northeast-3',
  APS1: 'ap-southeast-1',
  APS2: 'ap-southeast-2',
  APS3: 'ap-south-1',
  APS4: 'ap-southeast-3',
  APS5: 'ap-south-2',
  APS6: 'ap-southeast-4',
  APS7: 'ap-southeast-5',
  APS8: 'ap-southeast-6',
  APS9: 'ap-southeast-7',
  CAN1: 'ca-central-1',
  CAN2: 'ca-west-1',
  EU: 'eu-west-1',
  EUC1: 'eu-central-1',
  EUC2: 'eu-central-2',
  EUN1: 'eu-north-1',
  EUS1: 'eu-south-1',
  EUS2: 'eu-south-2',
  EUW2: 'eu-west-2',
  EUW3: 'eu-west-3',
  ILC1: 'il-central-1',
  MEC1: 'me-central-1',
  MES1: 'me-south-1',
  MXC1: 'mx-central-1',
  SAE1: 'sa-east-1',
  UGE1: 'us-gov-east-1',
  UGW1: 'us-gov-west-1',
  USE1: 'us-east-1',
  USE2: 'us-east-2',
  USW1: 'us-west-1',
  USW2: 'us-west-2',
};

const REGIONS: ReadonlyMap<string, string> = new Map(Object.entries(REGION_OF_PREFIX));
const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries(REGION_OF_PREFIX).map(([prefix, region]) => [region, prefix]),
);
/** Looks like a billing prefix, whether Assay knows it or not. */
const LIKE_PREFIX = /^(AF|AP|CA|CN|EU|IL|ME|MX|SA|UG|US)[A-Z]{0,2}\d{1,2}$/;

/** A billing prefix taken off a text; `unknown` where it looks like one that the table lacks. */
export type PrefixFound =
  | { readonly found: 'known'; readonly region: string; readonly rest: string }
  | { readonly found: 'unknown'; readonly prefix: string }
  | { readonly found: 'none'; readonly rest: string };

/** Takes the billing prefix off a usage type or rate card dimension: `USE1-…` or `USE1_…`. */
export function takePrefix(text: string, separator: '-' | '_'): PrefixFound {
  const end = text.indexOf(separator);
  const prefix = end === -1 ? '' : text.slice(0, end);
  const region = REGIONS.get(prefix);
  if (region !== undefined) return { found: 'known', region, rest: text.slice(end + 1) };
  return LIKE_PREFIX.test(prefix) ? { found: 'unknown', prefix } : { found: 'none', rest: text };
}

/** The billing prefix of a Region; undefined where the table has none. */
export function billingPrefix(region: string): string | undefined {
  return PREFIXES.get(region);
}

/** Every billing prefix with its Region. */
export const BILLING_PREFIXES: ReadonlyMap<string, string> = REGIONS;
