/** The parts of AWS that have identities and ARNs of their own: commercial, GovCloud (US), China. */
export const PARTITIONS = ['aws', 'aws-us-gov', 'aws-cn'] as const;

/** A part of AWS, as ARNs name it. */
export type Partition = (typeof PARTITIONS)[number];

/** The partition of a Region, by its code. */
export function partitionOf(region: string): Partition {
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('cn-') ? 'aws-cn' : 'aws';
}

/** How host names of AWS's services end there. */
export function dnsSuffix(partition: Partition): string {
  return partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
}
