import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Part } from '../../../../../shared/model/dataset.ts';
import { type Simulated, startSimulated } from '../../scan/simulated.ts';
import { type Read, readingOf } from '../reading.ts';

let simulated: Simulated;
let read: Read;

beforeAll(async () => {
  simulated = await startSimulated();
  read = readingOf(simulated);
});
afterAll(() => simulated.close());

const PLACES = [
  ['222233334444', 'us-east-1'],
  ['222233334444', 'us-west-2'],
  ['222233334444', 'eu-west-1'],
  ['333344445555', 'us-east-1'],
  ['333344445555', 'us-west-2'],
  ['555566667777', 'eu-west-1'],
  ['555566667777', 'eu-central-1'],
  ['666677778888', 'us-east-1'],
  ['888899990000', 'us-east-1'],
] as const;

describe.each(PLACES)('what %s names in %s', (accountId, region) => {
  const where = { accountId, region };

  /** Names of which AWS says that there is nothing. */
  function missing(items: readonly { readonly name: string; readonly part: Part<unknown> }[]) {
    return items.flatMap(({ name, part }) => (part.read && part.value === null ? [name] : []));
  }

  it('exists: buckets, keys, functions, collections', async () => {
    const [buckets, keys, functions, collections] = await Promise.all([
      read('buckets', where),
      read('kms-keys', where),
      read('action-group-functions', where),
      read('vector-stores', where),
    ]);
    const found = [
      ...buckets.items.map(({ name, region: part }) => ({ name, part })),
      ...keys.items.map(({ name, description: part }) => ({ name, part })),
      ...functions.items.map(({ name, settings: part }) => ({ name, part })),
      ...collections.items.map(({ collectionArn: name, settings: part }) => ({ name, part })),
    ];
    expect(missing(found)).toEqual([]);
    const unread = [...keys.items.map(({ description }) => description)].filter(
      ({ read: is }) => !is,
    );
    expect(unread).toEqual([]);
  });
});
