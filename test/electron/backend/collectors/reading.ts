import { collectors } from '../../../../electron/backend/collectors/index.ts';
import { readDataset } from '../../../../electron/backend/scan/read-dataset.ts';
import type { CollectedDatasetId, DatasetReading } from '../../../../shared/model/dataset.ts';
import { NOW, type Simulated } from '../scan/simulated.ts';

/** The account and Region that tests of collectors read unless they say otherwise. */
export const PROD = '222233334444';
export const REGION = 'us-east-1';

/** The account that is told of the organisation. */
export const MANAGEMENT = '111122223333';

/** Where a dataset is read that `PROD` is not told. */
const HOME: { readonly [D in CollectedDatasetId]?: string } = {
  budgets: MANAGEMENT,
  'cost-allocation-tags': MANAGEMENT,
  organization: MANAGEMENT,
  'account-tags': MANAGEMENT,
  'organization-policies': MANAGEMENT,
};

/** Where to read; a part that is left out is `PROD` (or the dataset's home) or `REGION`. */
export interface Where {
  readonly accountId?: string;
  readonly region?: string;
  readonly signal?: AbortSignal;
}

/** Reads one dataset as a scan does, and those it follows. */
export type Read = <D extends CollectedDatasetId>(
  dataset: D,
  where?: Where,
) => Promise<DatasetReading<D>>;

/** The reader of datasets of a simulated account, through the real SDK clients. */
export function readingOf(simulated: Simulated): Read {
  const read = <D extends CollectedDatasetId>(
    dataset: D,
    where: Where = {},
  ): Promise<DatasetReading<D>> => {
    const {
      accountId = HOME[dataset] ?? PROD,
      region = REGION,
      signal = new AbortController().signal,
    } = where;
    const clients = simulated.connect(simulated.connectionOf(accountId));
    return readDataset<D>(collectors[dataset], {
      clients,
      accountId,
      region,
      signal,
      clock: () => NOW,
      readings: async (followed) => [await read(followed, { ...where, accountId })],
    });
  };
  return read;
}

/** Whether a reading tells of an action that it could not make, as its outcome or as a gap. */
export function tells(reading: DatasetReading, status: string, action: string): boolean {
  const { outcome, gaps = [] } = reading;
  const own = outcome.status === status && (status !== 'denied' || named(outcome, action));
  return own || gaps.some((gap) => gap.of === action && gap.outcome.status === status);
}

function named(outcome: DatasetReading['outcome'], action: string): boolean {
  return 'action' in outcome && outcome.action === action;
}

/** The items in an order of their own text, for comparisons that do not care for order. */
export function sorted<T>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
