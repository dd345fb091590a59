import type { UseQueryResult } from '@tanstack/react-query';
import type { InventoryAnswer, InventoryPlace } from '../../shared/api/answers.ts';
import type { AppError } from '../../shared/model/app-error.ts';
import { useWholeInventories } from '../queries/use-whole-inventory.ts';
import { entriesOf } from './describe.ts';
import type { Entry } from './entry.ts';
import type { View } from './view.ts';

/** What a view shows, once all of its datasets are there. */
export interface ViewData {
  readonly entries: readonly Entry[];
  readonly outcomes: readonly InventoryPlace[];
  /** Items that were left out because a dataset has too many. */
  readonly cut: number;
  readonly loading: boolean;
  /** The first dataset that could not be asked for. */
  readonly error: AppError | null;
  readonly retry: () => void;
  /** The IAM actions behind the reading of an entry. */
  actionsOf(entry: Entry): readonly string[];
}

/** The entries of a view's datasets with how reading them ended. */
export function useView({ datasets }: View): ViewData {
  const answers = useWholeInventories(datasets);
  const read = datasets.map((dataset, at) => ({ dataset, answer: answers[at]?.data }));
  return {
    entries: read.flatMap(({ dataset, answer }) =>
      answer === undefined ? [] : entriesOf(dataset, answer as InventoryAnswer<typeof dataset>),
    ),
    outcomes: read.flatMap(({ answer }) => answer?.outcomes ?? []),
    cut: read.reduce((sum, { answer }) => sum + cutOf(answer), 0),
    loading: answers.some(({ isPending }) => isPending),
    error: firstError(answers),
    retry: () => {
      for (const { refetch } of answers) void refetch();
    },
    actionsOf: ({ dataset, accountId, region }) =>
      read
        .find((each) => each.dataset === dataset)
        ?.answer?.outcomes.find((place) => place.accountId === accountId && place.region === region)
        ?.actions ?? [],
  };
}

function cutOf(answer: InventoryAnswer | undefined): number {
  return answer === undefined ? 0 : answer.total - answer.rows.length;
}

function firstError(
  answers: readonly UseQueryResult<InventoryAnswer, AppError>[],
): AppError | null {
  return answers.find(({ error }) => error !== null)?.error ?? null;
}
