import type { AccountEnforcedGuardrailOutputConfiguration } from '@aws-sdk/client-bedrock';
import type { EnforcedGuardrail } from '../../../../shared/model/dataset.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';
import { everyItem } from '../every-item.ts';

/** The guardrails that a Region puts on every call. */
export const enforcedGuardrails: Collector<'enforced-guardrails'> = {
  dataset: 'enforced-guardrails',
  title: 'Guardrails enforced on every call',
  scope: 'region',
  iamActions: ['bedrock:ListEnforcedGuardrailsConfiguration'],
  collect: async ({ clients, region, call }) => {
    const action = 'bedrock:ListEnforcedGuardrailsConfiguration';
    const found = await everyItem({
      of: action,
      page: (nextToken) =>
        call(action, async (options) =>
          (await clients.bedrock(region)).listEnforcedGuardrailsConfiguration(
            { nextToken },
            options,
          ),
        ),
      next: (page) => page.nextToken,
      items: (page) => page.guardrailsConfig,
    });
    return found.map(toEnforced);
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
