import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ChoiceSelect } from '../../spend/parts/choice-select.tsx';
import { SubjectField } from '../../spend/parts/subject-field.tsx';
import type { ContextChoiceId } from './context-choices.ts';
import type { ContextKeys } from './context-filter.ts';
import { CONTEXT_KEYS, isAddress } from './context-words.ts';
import { useGuardrailOptions } from './use-guardrail-options.ts';

interface ContextEditorProps {
  readonly choice: ContextChoiceId;
  readonly onFix: (keys: ContextKeys) => void;
  readonly onClose: () => void;
}

/** Asks for the value of one condition key. */
export function ContextEditor({ choice, onFix, onClose }: ContextEditorProps) {
  const [key, setKey] = useState(KEY_OF[choice] ?? '');
  const [value, setValue] = useState(choice === 'tier' ? 'flex' : '');
  const [tried, setTried] = useState(false);
  const error = problemOf(choice, key, value);
  const save = () => {
    setTried(true);
    if (error !== null) return;
    onFix({ [key.trim()]: value.trim() === '' ? [] : [value.trim()] });
  };
  return (
    <Modal
      visible
      header="Fix a value of the request"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" onClick={save}>
              Fix it
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <SpaceBetween size="m">
          {choice === 'key' ? (
            <FormField label="Condition key" description="As in aws:PrincipalTag/team.">
              <Input value={key} onChange={({ detail }) => setKey(detail.value)} />
            </FormField>
          ) : null}
          <ValueField
            choice={choice}
            value={value}
            error={tried ? error : null}
            onChange={setValue}
          />
        </SpaceBetween>
      </form>
    </Modal>
  );
}

interface ValueFieldProps {
  readonly choice: ContextChoiceId;
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}

const TIERS = ['default', 'flex', 'priority', 'reserved'].map((value) => ({ value, label: value }));

function ValueField({ choice, value, error, onChange }: ValueFieldProps) {
  if (choice === 'guardrail') return <GuardrailField {...{ value, error, onChange }} />;
  if (choice === 'tier') {
    return <ChoiceSelect label="Service tier" value={value} options={TIERS} onChange={onChange} />;
  }
  const { label, description } = FIELDS[choice] ?? FIELDS.key;
  return (
    <FormField label={label} description={description} errorText={error}>
      <Input value={value} autoFocus onChange={({ detail }) => onChange(detail.value)} />
    </FormField>
  );
}

function GuardrailField({ value, error, onChange }: Omit<ValueFieldProps, 'choice'>) {
  return (
    <SubjectField
      label="Guardrail"
      description="By its ARN; without a version at its end it is the DRAFT."
      error={error ?? undefined}
      value={value}
      options={useGuardrailOptions()}
      onChange={onChange}
    />
  );
}

const KEY_OF: Readonly<Partial<Record<ContextChoiceId, string>>> = {
  ip: CONTEXT_KEYS.ip,
  endpoint: CONTEXT_KEYS.endpoint,
  guardrail: CONTEXT_KEYS.guardrail,
  tier: CONTEXT_KEYS.tier,
};

interface FieldWords {
  readonly label: string;
  readonly description: string;
}

const FIELDS: Readonly<Partial<Record<ContextChoiceId, FieldWords>> & { key: FieldWords }> = {
  ip: { label: 'IP address', description: 'Of the caller, as in 203.0.113.7.' },
  endpoint: { label: 'VPC endpoint', description: 'By its id, as in vpce-0a1b2c3d4e5f67890.' },
  key: { label: 'Value', description: 'Empty says that the request has no such key.' },
};

function problemOf(choice: ContextChoiceId, key: string, value: string): string | null {
  const text = value.trim();
  if (choice === 'key') return key.trim() === '' ? 'Name the condition key.' : null;
  if (choice === 'ip' && !isAddress(text)) return 'Give one IPv4 or IPv6 address.';
  if (choice === 'endpoint' && !text.startsWith('vpce-')) return 'VPC endpoints begin with vpce-.';
  if (choice === 'guardrail' && !text.startsWith('arn:')) return 'Give the ARN of a guardrail.';
  return null;
}
