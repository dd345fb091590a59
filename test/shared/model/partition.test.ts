import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import {
  dnsSuffix,
  globalRegionOf,
  PARTITIONS,
  partitionOf,
} from '../../../shared/model/partition.ts';
import { isRegionCode } from '../../../shared/model/region-code.ts';

interface SdkPartition {
  readonly id: string;
  readonly regionRegex: string;
  readonly outputs: { readonly dnsSuffix: string };
  readonly regions: Readonly<Record<string, unknown>>;
}

const sdk = dirname(createRequire(import.meta.url).resolve('@aws-sdk/util-endpoints/package.json'));
const data = join(sdk, 'dist-es', 'lib', 'aws', 'partitions.json');
const partitions: readonly SdkPartition[] = JSON.parse(readFileSync(data, 'utf8')).partitions;

/** Beside Regions the data has entries like `aws-cn-global`, which are none. */
function regionsOf({ regions, regionRegex }: SdkPartition): readonly string[] {
  return Object.keys(regions).filter((code) => new RegExp(regionRegex).test(code));
}

test('the partitions are those of the SDK', () => {
  expect([...PARTITIONS].sort()).toEqual(partitions.map(({ id }) => id).sort());
});

describe.each(partitions.map((each) => [each.id, each] as const))('%s', (id, sdkPartition) => {
  it.each(regionsOf(sdkPartition))('has %s, which is written as a Region', (region) => {
    expect(isRegionCode(region)).toBe(true);
    expect(partitionOf(region)).toBe(id);
  });

  it('has the host names that the SDK calls', () => {
    const known = PARTITIONS.find((each) => each === id);
    if (known === undefined) throw new Error(`${id} is no partition`);
    expect(dnsSuffix(known)).toBe(sdkPartition.outputs.dnsSuffix);
    expect(regionsOf(sdkPartition)).toContain(globalRegionOf(known));
  });
});

test.each([
  ['us-east-1', 'aws', 'us-east-1'],
  ['us-gov-east-1', 'aws-us-gov', 'us-gov-west-1'],
  ['cn-northwest-1', 'aws-cn', 'cn-north-1'],
  ['eusc-de-east-1', 'aws-eusc', 'eusc-de-east-1'],
  ['us-isob-west-1', 'aws-iso-b', 'us-isob-east-1'],
])('%s is of %s, whose IAM is in %s', (region, partition, global) => {
  expect(partitionOf(region)).toBe(partition);
  expect(globalRegionOf(partitionOf(region))).toBe(global);
});

test.each([
  'mars-1',
  'Ireland',
  'eu-west',
  'EU-WEST-1',
  'eusc-1',
  'abcd-de-east-1',
  'eu-west-1a',
  'aws-cn-global',
])('%s is no Region', (text) => {
  expect(isRegionCode(text)).toBe(false);
});
