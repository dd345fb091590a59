import { describe, expect, test } from 'vitest';
import { catalogueGaps } from '../../../../shared/access/catalogue/catalogue-gaps.ts';
import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import { denied } from '../world/readings.ts';
import { ACCOUNT, promptRouter, reading, systemProfile } from './offered.ts';

const DATASETS = [
  'foundation-models',
  'inference-profiles',
  'prompt-routers',
  'provisioned-throughputs',
  'custom-model-deployments',
  'imported-models',
  'marketplace-endpoints',
] as const;
const ELSEWHERE = { region: 'ca-central-1' };
const READ = DATASETS.map((dataset) => reading(dataset, [], ELSEWHERE));

describe('what the catalogue could not read', () => {
  test('nothing is missing where everything was read', () => {
    expect(catalogueGaps(READ)).toEqual([]);
  });

  test.each(DATASETS)('a denied %s names the permission', (dataset) => {
    const outcome = denied('bedrock:ListSomething');
    const gaps = catalogueGaps(swap(reading(dataset, [], { ...ELSEWHERE, outcome })));
    expect(gaps).toMatchObject([
      { dataset, accountId: ACCOUNT, region: 'ca-central-1', action: 'bedrock:ListSomething' },
    ]);
    expect(gaps[0]?.consequence).toMatch(/ is not known\.$/);
  });

  test('what was never asked for is told, what the Region does not have is not', () => {
    const missing = READ.filter(({ dataset }) => dataset !== 'imported-models');
    expect(catalogueGaps(missing)).toMatchObject([
      { dataset: 'imported-models', action: null, reason: 'It was not read yet.' },
    ]);
    const outcome = { status: 'unavailable', reason: 'Not in this Region.' } as const;
    expect(catalogueGaps(swap(reading('imported-models', [], { ...ELSEWHERE, outcome })))).toEqual(
      [],
    );
  });

  test('a router over a profile that is not listed', () => {
    const profile = systemProfile('us.amazon.nova-pro-v1:0', ['us-east-1']);
    const routers = reading('prompt-routers', [promptRouter([profile.profileArn])], ELSEWHERE);
    const [gap, ...more] = catalogueGaps(swap(routers));
    expect(more).toEqual([]);
    expect(gap?.reason).toContain(profile.profileArn);
    const profiles = reading('inference-profiles', [profile], ELSEWHERE);
    expect(catalogueGaps([...swap(routers), profiles])).toEqual([]);
  });

  test('each account with mantle is told once that its projects cannot be listed', () => {
    const both = DATASETS.flatMap((dataset) =>
      ['us-east-1', 'us-west-2'].map((region) => reading(dataset, [], { region })),
    );
    expect(catalogueGaps(both)).toMatchObject([{ accountId: ACCOUNT, action: null }]);
    expect(catalogueGaps(both)[0]?.reason).toContain('bedrock-mantle');
  });
});

function swap(one: DatasetReading): readonly DatasetReading[] {
  return READ.map((each) => (each.dataset === one.dataset ? one : each));
}
