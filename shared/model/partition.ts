/**
 * The parts of AWS that have identities and ARNs of their own: commercial, GovCloud (US), China, the
 * European Sovereign Cloud and the isolated ones.
 */
export const PARTITIONS = [
  'aws',
  'aws-us-gov',
  'aws-cn',
  'aws-eusc',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
] as const;

/** A part of AWS, as ARNs name it. */
export type Partition = (typeof PARTITIONS)[number];

interface PartitionFacts {
  /** What the codes of its Regions begin with; empty for commercial AWS, which has all others. */
  readonly starts: string;
  readonly dns: string;
  readonly globalRegion: string;
}

/** Facts of the endpoint data of the AWS SDKs (`partitions.json`, and the endpoint rules of IAM). */
const FACTS: Readonly<Record<Partition, PartitionFacts>> = {
  aws: { starts: '', dns: 'amazonaws.com', globalRegion: 'us-east-1' },
  'aws-us-gov': { starts: 'us-gov-', dns: 'amazonaws.com', globalRegion: 'us-gov-west-1' },
  'aws-cn': { starts: 'cn-', dns: 'amazonaws.com.cn', globalRegion: 'cn-north-1' },
  'aws-eusc': { starts: 'eusc-', dns: 'amazonaws.eu', globalRegion: 'eusc-de-east-1' },
  'aws-iso': { starts: 'us-iso-', dns: 'c2s.ic.gov', globalRegion: 'us-iso-east-1' },
  'aws-iso-b': { starts: 'us-isob-', dns: 'sc2s.sgov.gov', globalRegion: 'us-isob-east-1' },
  'aws-iso-e': { starts: 'eu-isoe-', dns: 'cloud.adc-e.uk', globalRegion: 'eu-isoe-west-1' },
  'aws-iso-f': { starts: 'us-isof-', dns: 'csp.hci.ic.gov', globalRegion: 'us-isof-south-1' },
};

/** The partition of a Region, by its code. */
export function partitionOf(region: string): Partition {
  const own = PARTITIONS.find((id) => id !== 'aws' && region.startsWith(FACTS[id].starts));
  return own ?? 'aws';
}

/** How host names of AWS's services end there. */
export function dnsSuffix(partition: Partition): string {
  return FACTS[partition].dns;
}

/** The Region where what belongs to no Region of the partition is signed and recorded, as IAM is. */
export function globalRegionOf(partition: Partition): string {
  return FACTS[partition].globalRegion;
}
