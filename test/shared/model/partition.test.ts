import { expect, test } from 'vitest';
import { dnsSuffix, partitionOf } from '../../../shared/model/partition.ts';

test.each([
  ['us-east-1', 'aws', 'amazonaws.com'],
  ['eu-central-2', 'aws', 'amazonaws.com'],
  ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
  ['us-gov-east-1', 'aws-us-gov', 'amazonaws.com'],
  ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
  ['cn-northwest-1', 'aws-cn', 'amazonaws.com.cn'],
])('%s is of %s, whose names end in %s', (region, partition, suffix) => {
  expect(partitionOf(region)).toBe(partition);
  expect(dnsSuffix(partitionOf(region))).toBe(suffix);
});
