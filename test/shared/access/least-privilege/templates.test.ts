import { describe, expect, test } from 'vitest';
import type { AllowPolicy } from '../../../../shared/access/least-privilege/policy-statements.ts';
import { toCloudFormation } from '../../../../shared/access/least-privilege/to-cloud-formation.ts';
import { hclText, toTerraform } from '../../../../shared/access/least-privilege/to-terraform.ts';

const POLICY: AllowPolicy = {
  Version: '2012-10-17',
  Statement: [
    { Sid: 'A', Effect: 'Allow', Action: ['bedrock:InvokeModel'], Resource: ['arn:x', 'arn:y'] },
    {
      Sid: 'B',
      Effect: 'Allow',
      Action: ['bedrock:InvokeModel'],
      Resource: ['*'],
      Condition: { ArnLike: { 'bedrock:InferenceProfileArn': [`\${a} %{b} "c"`] } },
    },
  ],
};

describe('Terraform', () => {
  test('a document and the policy made of it', () => {
    expect(
      toTerraform(POLICY, 'bob-bedrock'),
    ).toBe(`data "aws_iam_policy_document" "bedrock_least_privilege" {
  statement {
    sid    = "A"
    effect = "Allow"

    actions = [
      "bedrock:InvokeModel",
    ]
    resources = [
      "arn:x",
      "arn:y",
    ]
  }

  statement {
    sid    = "B"
    effect = "Allow"

    actions = [
      "bedrock:InvokeModel",
    ]
    resources = [
      "*",
    ]

    condition {
      test     = "ArnLike"
      variable = "bedrock:InferenceProfileArn"
      values = [
        "$\${a} %%{b} \\"c\\"",
      ]
    }
  }
}

resource "aws_iam_policy" "bedrock_least_privilege" {
  name   = "bob-bedrock"
  policy = data.aws_iam_policy_document.bedrock_least_privilege.json
}
`);
  });

  test.each([
    ['plain', '"plain"'],
    [`\${aws:username}`, `"$\${aws:username}"`],
    ['%{if}', '"%%{if}"'],
    ['a"b\\c\nd', '"a\\"b\\\\c\\nd"'],
    ['$ {x} 100%', '"$ {x} 100%"'],
  ])('%s is %s', (text, hcl) => {
    expect(hclText(text)).toBe(hcl);
  });
});

test('CloudFormation: a template with one managed policy', () => {
  expect(toCloudFormation(POLICY, 'bob-bedrock')).toBe(`AWSTemplateFormatVersion: "2010-09-09"
Resources:
  BedrockLeastPrivilege:
    Type: "AWS::IAM::ManagedPolicy"
    Properties:
      ManagedPolicyName: "bob-bedrock"
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Sid: "A"
            Effect: "Allow"
            Action:
              - "bedrock:InvokeModel"
            Resource:
              - "arn:x"
              - "arn:y"
          - Sid: "B"
            Effect: "Allow"
            Action:
              - "bedrock:InvokeModel"
            Resource:
              - "*"
            Condition:
              ArnLike:
                "bedrock:InferenceProfileArn":
                  - "\${a} %{b} \\"c\\""
`);
  expect(toCloudFormation({ Version: '2012-10-17', Statement: [] }, 'x')).toContain(
    'Statement: []',
  );
});
