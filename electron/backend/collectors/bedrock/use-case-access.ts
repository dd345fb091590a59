import type { UseCaseAccess } from '../../../../shared/model/dataset.ts';
import { CallFailure } from '../../aws/caller.ts';
import { errorFacts } from '../../aws/error-facts.ts';
import type { Collector } from '../collector.ts';
import { askBedrock } from './bedrock-reads.ts';

const ACTION = 'bedrock:GetUseCaseForModelAccess';
const NOT_SUBMITTED: UseCaseAccess = { submitted: false, companyName: null, industry: null };

/** Whether the account has told a provider what it uses models for. */
export const useCaseAccess: Collector<'use-case-access'> = {
  dataset: 'use-case-access',
  title: 'The use case submitted for model access',
  scope: 'account',
  iamActions: [ACTION],
  collect: async (context) => {
    try {
      const { formData } = await askBedrock(context, ACTION, (client, options) =>
        client.getUseCaseForModelAccess({}, options),
      );
      return [toUseCaseAccess(formData)];
    } catch (error) {
      if (saysNotSubmitted(error)) return [NOT_SUBMITTED];
      throw error;
    }
  },
};

function saysNotSubmitted(error: unknown): boolean {
  if (!(error instanceof CallFailure)) return false;
  return errorFacts(error.cause).name === 'ResourceNotFoundException';
}

/** Of the submitted form, a JSON text, the company and its industry; nothing that people wrote. */
export function toUseCaseAccess(formData: Uint8Array | undefined): UseCaseAccess {
  if (formData === undefined || formData.length === 0) return NOT_SUBMITTED;
  const form = formOf(new TextDecoder().decode(formData));
  return {
    submitted: true,
    companyName: answerTo(form, 'companyName'),
    industry: answerTo(form, 'industryOption'),
  };
}

/** The members of a form; none where it is not the JSON object that AWS's own console sends. */
function formOf(text: string): ReadonlyMap<string, unknown> {
  try {
    const form: unknown = JSON.parse(text);
    return new Map(typeof form === 'object' && form !== null ? Object.entries(form) : []);
  } catch {
    return new Map();
  }
}

function answerTo(form: ReadonlyMap<string, unknown>, question: string): string | null {
  const answer = form.get(question);
  return typeof answer === 'string' && answer !== '' ? answer : null;
}
