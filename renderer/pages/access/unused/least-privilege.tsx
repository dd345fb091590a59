import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useState } from 'react';
import type { LeastPrivilegeAnswer } from '../../../../shared/api/access-answers.ts';
import { principalLabel } from '../../../../shared/model/principal.ts';
import { CodeBlock } from '../../../components/code-block.tsx';
import { FoldedNotes } from '../../../components/folded-notes.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import { useAnswer } from '../../../queries/use-answer.ts';
import { saveFile } from '../../../save-file.ts';
import { SubjectField } from '../../spend/parts/subject-field.tsx';
import { windowWords } from '../access-words.ts';
import { useGuardrailOptions } from '../context/use-guardrail-options.ts';
import { PolicyProof } from './policy-proof.tsx';

interface LeastPrivilegeProps {
  readonly principalArn: string;
  readonly days: number;
}

/** The policy that allows what was seen and no more, in three forms, with its proof. */
export function LeastPrivilege({ principalArn, days }: LeastPrivilegeProps) {
  const [guardrail, setGuardrail] = useState('');
  const guardrails = useGuardrailOptions();
  const forced = guardrail.startsWith('arn:') ? guardrail.trim() : null;
  const answer = useAnswer(
    'access.least-privilege',
    { principalArn, days, guardrailArn: forced },
    { keepPrevious: true },
  );
  if (answer.error?.code === 'not-found') return <NothingSeen reason={answer.error.message} />;
  if (answer.error !== null) {
    return <Failed what="The policy" error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <Loading label="the policy" height={420} />;
  return (
    <SpaceBetween size="m">
      <span className="quiet">From {windowWords(answer.data.window)}.</span>
      <PolicyProof proof={answer.data.proof} />
      <SubjectField
        label="Force a guardrail"
        description="Empty forces the one that was always used, if any."
        value={guardrail}
        options={guardrails}
        onChange={setGuardrail}
      />
      <Forms answer={answer.data} />
      <FoldedNotes notes={answer.data.notes} />
    </SpaceBetween>
  );
}

/** Who made no call needs no policy. */
function NothingSeen({ reason }: { readonly reason: string }) {
  return (
    <Empty title={reason}>
      A policy is made of the calls that were seen. Where none was, the access can be taken away.
    </Empty>
  );
}

const FORMS = [
  { id: 'json', label: 'JSON', ending: 'json', type: 'application/json' },
  { id: 'terraform', label: 'Terraform', ending: 'tf', type: 'text/plain' },
  { id: 'cloudFormation', label: 'CloudFormation', ending: 'yaml', type: 'application/yaml' },
] as const;

function Forms({ answer }: { readonly answer: LeastPrivilegeAnswer }) {
  const [form, setForm] = useState<(typeof FORMS)[number]>(FORMS[0]);
  const text = answer[form.id];
  const name = `least-privilege-${principalLabel(answer.principalArn)}.${form.ending}`;
  return (
    <Tabs
      ariaLabel="Forms of the policy"
      activeTabId={form.id}
      onChange={({ detail }) =>
        setForm(FORMS.find(({ id }) => id === detail.activeTabId) ?? FORMS[0])
      }
      actions={
        <Button
          iconName="download"
          onClick={() => saveFile({ name, type: form.type, content: text })}
        >
          Download
        </Button>
      }
      tabs={FORMS.map(({ id, label }) => ({
        id,
        label,
        content:
          id === 'json' ? (
            <JsonView text={answer.json} label="least-privilege policy" />
          ) : (
            <CodeBlock text={answer[id]} label={`least-privilege policy, ${label}`} />
          ),
      }))}
    />
  );
}
