import { z } from 'zod';
import { name, region } from './schema-parts.ts';

/** Inputs of the page Access. Answers are typed in `access-answers.ts`. */
const arn = z.string().min(1).max(2_048);
const model = z.string().min(1).max(2_048);
const document = z.string().min(1).max(262_144);

/** What the reader fixes of a request; an empty list says that the request has no such key. */
export const contextChoice = z.strictObject({
  keys: z.record(z.string().min(1).max(256), z.array(z.string().max(2_048)).max(50)).default({}),
  assumeUnreadAllows: z.boolean().default(false),
});

const question = {
  operation: z.enum(['invoke', 'stream']).default('invoke'),
  /** Null asks for any Region. */
  region: region.nullable().default(null),
  context: contextChoice.default({ keys: {}, assumeUnreadAllows: false }),
};

export const matrixInput = z.strictObject(question);
export const whoCanInput = z.strictObject({ ...question, modelId: model });
export const whatCanInput = z.strictObject({ ...question, principalArn: arn });
export const explainInput = z.strictObject({ ...question, principalArn: arn, modelId: model });
export const preflightInput = z.strictObject({
  principalArn: arn,
  /** A model id, profile id or ARN, as it would go into the call. */
  called: model,
  region,
  operation: z.enum(['invoke', 'stream']).default('invoke'),
  context: question.context,
});
export const principalRef = z.strictObject({ principalArn: arn });
export const unusedInput = z.strictObject({ days: z.number().int().min(1).max(400).default(90) });
export const leastPrivilegeInput = z.strictObject({
  principalArn: arn,
  days: z.number().int().min(1).max(400).default(90),
  /** A guardrail that the policy shall force; null where it forces the one that was always used, if any. */
  guardrailArn: arn.nullable().default(null),
});
export const lintInput = z.strictObject({
  document,
  kind: z.enum(['identity', 'resource', 'scp', 'rcp']).default('identity'),
});
export const lintFoundInput = z.strictObject({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1_000).default(100),
  accountId: name.optional(),
});
export const policiesFoundInput = z.strictObject({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1_000).default(100),
  accountId: name.optional(),
  /** Part of a name or id, in any case. */
  text: z.string().max(200).optional(),
  /** One policy, with its document. */
  policyId: arn.optional(),
});
export const changeInput = z.strictObject({
  ...question,
  /** Policies as they would be; null takes one away. */
  changes: z
    .array(z.strictObject({ policyId: arn, document: document.nullable() }))
    .min(1)
    .max(20),
});
