import type { FunctionConfiguration, Lambda } from '@aws-sdk/client-lambda';
import type {
  ActionGroupFunction,
  FunctionSettings,
  ResourceUse,
} from '../../../../shared/model/dataset.ts';
import { inParallel, together } from '../../aws/in-parallel.ts';
import { text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { functionNamers, type NamedFunction } from './function-namers.ts';
import { allTold, byName, type Told } from './namers.ts';
import { nullWhen } from './null-when.ts';

const AT_ONCE = 4;
const NO_SUCH = ['ResourceNotFoundException'];

/** The functions that agents, flows, knowledge bases and gateways run; no others are looked at. */
export const actionGroupFunctions: Collector<'action-group-functions'> = {
  dataset: 'action-group-functions',
  title: 'Lambda functions that agents run',
  scope: 'region',
  iamActions: ['lambda:GetFunctionConfiguration', 'lambda:GetPolicy'],
  follows: functionNamers.map(({ dataset }) => dataset),
  collect: async (context) => {
    const named = byName(await allTold(context, functionNamers));
    if (named.size === 0) return [];
    const client = await context.clients.lambda(context.region);
    return inParallel([...named], AT_ONCE, ([name, uses]) =>
      readFunction(context, client, { name, uses: uses.map(toUse) }),
    );
  },
};

async function readFunction(
  { call, part }: CollectContext,
  client: Lambda,
  named: Pick<ActionGroupFunction, 'name' | 'uses'>,
): Promise<ActionGroupFunction> {
  const FunctionName = named.name;
  const [settings, resourcePolicy] = await together([
    part('lambda:GetFunctionConfiguration', async () => {
      const answer = await call('lambda:GetFunctionConfiguration', (options) =>
        nullWhen(NO_SUCH, client.getFunctionConfiguration({ FunctionName }, options)),
      );
      return answer === null ? null : toFunctionSettings(answer);
    }),
    part('lambda:GetPolicy', async () => {
      const answer = await call('lambda:GetPolicy', (options) =>
        nullWhen(NO_SUCH, client.getPolicy({ FunctionName }, options)),
      );
      return answer?.Policy ?? null;
    }),
  ]);
  return { ...named, settings, resourcePolicy };
}

/** A function's settings; of environment variables, which may hold secrets, the names alone. */
export function toFunctionSettings(answer: FunctionConfiguration): FunctionSettings {
  const { VpcConfig: vpc, Environment: environment } = answer;
  return {
    functionArn: text(answer.FunctionArn, 'FunctionArn'),
    runtime: answer.Runtime ?? null,
    roleArn: answer.Role ?? null,
    kmsKeyArn: answer.KMSKeyArn ?? null,
    vpcId: vpc?.VpcId === undefined || vpc.VpcId === '' ? null : vpc.VpcId,
    environmentVariableNames: Object.keys(environment?.Variables ?? {}).sort(),
    lastModified: answer.LastModified ?? null,
  };
}

function toUse({ dataset, by }: Told<NamedFunction>): ResourceUse {
  return { dataset, by };
}
