import { knowledgeBaseRoles } from '../agent-roles.ts';
import { judgeRoles } from '../judge-roles.ts';
import { defineRule } from '../rule.ts';
import { ESCALATING_ACTIONS, wideGrants } from '../wide-grants.ts';

/** What a knowledge base needs of some resource, and never of all. */
const TOO_WIDE = [
  ...ESCALATING_ACTIONS,
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  'bedrock:InvokeModel',
  'aoss:APIAccessAll',
  'secretsmanager:GetSecretValue',
  'rds-data:ExecuteStatement',
  's3vectors:GetVectors',
  'kms:Decrypt',
] as const;

/** The roles of knowledge bases name the buckets, stores, secrets and models that they are for. */
export const knowledgeBaseRoleScoped = defineRule({
  id: 'knowledge-base-role-scoped',
  title: 'Roles of knowledge bases are scoped to their sources',
  severity: 'medium',
  theme: 'access',
  rationale:
    'Whoever may add a data source to a knowledge base reads through its role: a role that reads every bucket or every secret makes all of them answers to a question. Judged by the policies, groups and boundary of the role; organisation policies are not counted off.',
  remediation: {
    console:
      'IAM console, Roles, the role named, Permissions: replace * by the ARNs of the documents’ bucket, the vector store, the secret and the embedding model, with aws:ResourceAccount where the service creates the policy so.',
    cli: `aws iam put-role-policy --role-name ROLE --policy-name knowledge-base --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"bedrock:InvokeModel","Resource":"EMBEDDING_MODEL_ARN"},{"Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::BUCKET","arn:aws:s3:::BUCKET/*"]},{"Effect":"Allow","Action":"aoss:APIAccessAll","Resource":"COLLECTION_ARN"}]}'`,
    terraform: `resource "aws_iam_role_policy" "knowledge_base" {
  name = "knowledge-base"
  role = var.knowledge_base_role_name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "bedrock:InvokeModel", Resource = var.embedding_model_arn },
      { Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = [var.bucket_arn, "\${var.bucket_arn}/*"] },
      { Effect = "Allow", Action = "aoss:APIAccessAll", Resource = var.collection_arn },
    ]
  })
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM02 Sensitive Information Disclosure',
    'OWASP LLM Top 10 2025: LLM08 Vector and Embedding Weaknesses',
    'NIST 800-53: AC-6 Least Privilege',
    'SOC 2: CC6.3 Least privilege',
    'AWS Well-Architected Generative AI Lens: GENSEC01-BP03 Least privilege access to data stores',
  ],
  needs: ['knowledge-bases', 'account-authorization'],
  evaluate: (input) =>
    judgeRoles(input, knowledgeBaseRoles(input.items('knowledge-bases')), (policies) =>
      wideGrants(policies, TOO_WIDE),
    ),
});
