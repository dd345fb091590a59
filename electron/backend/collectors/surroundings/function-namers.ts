import type { Agent, AgentVersion, Flow, KnowledgeBase } from '../../../../shared/model/dataset.ts';
import { known, maybe, type Namer, namer } from './namers.ts';

/** A function that an item names, and the item's ARN or id. */
export interface NamedFunction {
  readonly name: string;
  readonly by: string;
}

/** Who names functions. */
export const functionNamers: readonly Namer<NamedFunction>[] = [
  namer('agents', agentFunctions),
  namer('flows', flowFunctions),
  namer('knowledge-bases', transformations),
  namer('agentcore-gateways', ({ settings, targets, gatewayId }) => [
    ...functions(known(settings)?.interceptorLambdaArns ?? [], gatewayId),
    ...functions(
      (known(targets) ?? []).map((target) => known(target.settings)?.lambdaArn),
      gatewayId,
    ),
  ]),
];

function agentFunctions({ agentId, versions }: Agent): readonly NamedFunction[] {
  return versions.flatMap((version) => {
    const settings = known(version.settings);
    const by = settings?.agentArn ?? agentId;
    const own = [settings?.orchestrationLambdaArn, settings?.overrideLambdaArn];
    return functions([...own, ...actionGroupFunctions(version)], by);
  });
}

function actionGroupFunctions({ actionGroups }: AgentVersion): readonly (string | null)[] {
  return (known(actionGroups) ?? []).map(({ executor }) => known(executor)?.lambdaArn ?? null);
}

function flowFunctions({ flowArn, versions }: Flow): readonly NamedFunction[] {
  const nodes = versions.flatMap(({ settings }) => known(settings)?.nodes ?? []);
  return functions(
    nodes.map(({ lambdaArn }) => lambdaArn),
    flowArn,
  );
}

function transformations({ knowledgeBaseId, settings, dataSources }: KnowledgeBase) {
  const by = known(settings)?.knowledgeBaseArn ?? knowledgeBaseId;
  const sources = known(dataSources) ?? [];
  return functions(
    sources.flatMap((source) => known(source.settings)?.transformationLambdaArns ?? []),
    by,
  );
}

function functions(
  names: readonly (string | null | undefined)[],
  by: string,
): readonly NamedFunction[] {
  return names.flatMap((name) => maybe(name, { by }));
}
