import type { DatasetReading, FoundationModel, Part } from '../../../../shared/model/dataset.ts';
import { CallFailure } from '../../aws/caller.ts';
import type { IamAction } from '../../aws/classify-error.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import type { CollectContext } from '../collector.ts';

const AT_ONCE = 4;

/** A base model and a Region that offers it: what is asked once per account is asked there. */
export interface OfferedModel {
  readonly modelId: string;
  readonly region: string;
}

/**
 * The models that an account can call on demand or through a profile, each with the first of its
 * Regions that offers it. Variants that serve provisioned throughput alone are left out.
 */
export function offeredModels(
  readings: readonly DatasetReading<'foundation-models'>[],
): readonly OfferedModel[] {
  const offered = new Map<string, OfferedModel>();
  for (const { region, items } of readings) {
    for (const { modelId } of items.filter(callable)) {
      if (!offered.has(modelId)) offered.set(modelId, { modelId, region });
    }
  }
  return [...offered.values()];
}

function callable({ inferenceTypes }: FoundationModel): boolean {
  return inferenceTypes.some((type) => type === 'ON_DEMAND' || type === 'INFERENCE_PROFILE');
}

/**
 * Asks something of every model; one model's failure is its own part. When the first few are all
 * denied, so will be the rest, and they are not asked.
 * @throws CallFailure with the denial.
 */
export async function askEach<T>(
  context: CollectContext,
  action: IamAction,
  question: { models: readonly OfferedModel[]; ask: (model: OfferedModel) => Promise<T> },
): Promise<readonly { readonly model: OfferedModel; readonly answer: Part<T> }[]> {
  const { models, ask } = question;
  const asked = async (model: OfferedModel) => ({
    model,
    answer: await context.part(action, () => ask(model)),
  });
  const first = await inParallel(models.slice(0, AT_ONCE), AT_ONCE, asked);
  const denials = first.flatMap(({ answer }) => denialOf(answer));
  const [denial] = denials;
  if (denial !== undefined && denials.length === first.length) throw new CallFailure(denial, null);
  return [...first, ...(await inParallel(models.slice(AT_ONCE), AT_ONCE, asked))];
}

function denialOf<T>(answer: Part<T>) {
  return !answer.read && answer.outcome.status === 'denied' ? [answer.outcome] : [];
}
