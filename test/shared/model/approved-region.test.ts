import { expect, test } from 'vitest';
import { isForeignRegion } from '../../../shared/model/approved-region.ts';

test.each([
  ['eu-west-1', ['eu-west-1', 'us-east-1'], false],
  ['ap-southeast-2', ['eu-west-1', 'us-east-1'], true],
  ['eu-west-1', ['eu-west-10'], true],
  ['us-gov-west-1', ['us-west-1'], true],
  ['ap-southeast-2', [], false],
  ['global', ['eu-west-1'], false],
  ['unknown', ['eu-west-1'], false],
  ['', ['eu-west-1'], false],
])('%s with %j approved is foreign: %s', (region, approved, foreign) => {
  expect(isForeignRegion(region, approved)).toBe(foreign);
});
