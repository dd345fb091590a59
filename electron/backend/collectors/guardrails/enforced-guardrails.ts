import type { AccountEnforcedGuardrailOutputConfiguration } from '@aws-sdk/client-bedrock';
import type { EnforcedGuardrail } from '../../../../shared/model/dataset.ts';
import { paginate } from '../../aws/paginate.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';

/** The guardrails that a Region puts on every call. */
export const enforcedGuardrails: Collector<'enforced-guardrails'> = {
  dataset: 'enforced-guardrails',
  title: 'Guardrails enforced on every call',
  scope: 'region',
  iamActions: ['bedrock:ListEnforcedGuardrailsConfiguration'],
  collect: async ({ clients, region, call }) => {
    const pages = paginate(
      (nextToken) =>
        call('bedrock:ListEnforcedGuardrailsConfiguration', async (options) =>
          (await clients.bedrock(region)).listEnforcedGuardrailsConfiguration(
            { nextToken },
            options,
          ),
        ),
      (page) => page.nextToken,
    );
    const found: EnforcedGuardrail[] = [];
    for await (const page of pages) found.push(...list(page.guardrailsConfig).map(toEnforced));
    return found;
  },
};

/** One enforced configuration. */
export function toEnforced(config: AccountEnforcedGuardrailOutputConfiguration): EnforcedGuardrail {
  const { selectiveContentGuarding: guarding, modelEnforcement: models } = config;
  return {
    configId: text(config.configId, 'guardrailsConfig.configId'),
    guardrailArn: text(config.guardrailArn, 'guardrailsConfig.guardrailArn'),
    guardrailId: config.guardrailId ?? '',
    guardrailVersion: text(config.guardrailVersion, 'guardrailsConfig.guardrailVersion'),
    owner: config.owner ?? 'UNKNOWN',
    inputTags: config.inputTags ?? null,
    contentGuarding:
      guarding === undefined
        ? null
        : { system: guarding.system ?? null, messages: guarding.messages ?? null },
    models:
      models === undefined
        ? null
        : { included: list(models.includedModels), excluded: list(models.excludedModels) },
    createdAt: instant(config.createdAt),
    createdBy: config.createdBy ?? null,
    updatedAt: instant(config.updatedAt),
    updatedBy: config.updatedBy ?? null,
  };
}
