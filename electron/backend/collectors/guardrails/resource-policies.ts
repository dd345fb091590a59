import type { ResourcePolicy } from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { nullWhen } from '../surroundings/null-when.ts';

const AT_ONCE = 4;
const ACTION = 'bedrock:GetResourcePolicy';

/** A resource that may have a policy. */
type Asked = Pick<ResourcePolicy, 'resourceArn' | 'resourceType'>;

/** The resource policies of guardrails, of the profiles they use, and of custom models. */
export const resourcePolicies: Collector<'resource-policies'> = {
  dataset: 'resource-policies',
  title: 'Resource policies of guardrails and models',
  scope: 'region',
  iamActions: [ACTION],
  follows: ['guardrails', 'custom-models'],
  collect: async (context) => {
    const asked = await resourcesOf(context);
    return inParallel(asked, AT_ONCE, async (resource) => ({
      ...resource,
      policy: await context.part(ACTION, () => readPolicy(context, resource.resourceArn)),
    }));
  },
};

async function resourcesOf({ items }: CollectContext): Promise<readonly Asked[]> {
  const [guardrails, models] = await Promise.all([items('guardrails'), items('custom-models')]);
  return distinct([
    ...guardrails.flatMap((reading) => reading.items).flatMap(guarding),
    ...models
      .flatMap((reading) => reading.items)
      .map(({ modelArn }) => ({ resourceArn: modelArn, resourceType: 'custom-model' as const })),
  ]);
}

/** A guardrail, and the profile through which other Regions evaluate it. */
function guarding({
  guardrailArn,
  crossRegionProfile,
}: {
  readonly guardrailArn: string;
  readonly crossRegionProfile: { readonly arn: string } | null;
}): readonly Asked[] {
  const guardrail: Asked = { resourceArn: guardrailArn, resourceType: 'guardrail' };
  const arn = crossRegionProfile?.arn ?? '';
  return arn === ''
    ? [guardrail]
    : [guardrail, { resourceArn: arn, resourceType: 'guardrail-profile' }];
}

function distinct(asked: readonly Asked[]): readonly Asked[] {
  return [...new Map(asked.map((one) => [one.resourceArn, one])).values()];
}

/** AWS answers that it does not find the policy where a resource has none. */
async function readPolicy(
  { clients, region, call }: CollectContext,
  resourceArn: string,
): Promise<string | null> {
  const answer = await call(ACTION, async (options) => {
    const client = await clients.bedrock(region);
    return nullWhen(
      ['ResourceNotFoundException'],
      client.getResourcePolicy({ resourceArn }, options),
    );
  });
  return answer?.resourcePolicy ?? null;
}
