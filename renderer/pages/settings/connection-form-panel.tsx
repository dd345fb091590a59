import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { Connection } from '../../../shared/api/answers.ts';
import type { ConnectionForm } from './connection-form.ts';
import { ConnectionTestResult } from './connection-test-result.tsx';
import { ProfileSelect } from './profile-select.tsx';
import { RegionPicker } from './region-picker.tsx';
import { useConnectionForm } from './use-connection-form.ts';

interface ConnectionFormPanelProps {
  /** The connection to change; null for a new one. */
  readonly changed: Connection | null;
  /** Called when the form was saved or given up. */
  readonly onDone: () => void;
}

/** Adds a connection from a profile of this machine, or changes one, and scans. */
export function ConnectionFormPanel({ changed, onDone }: ConnectionFormPanelProps) {
  const all = useConnectionForm(changed, onDone);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Credentials are resolved by the AWS SDK on this machine and never reach this page"
          actions={
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              {changed === null ? null : <Button onClick={onDone}>Cancel</Button>}
              <Button onClick={all.testNow} loading={all.test.isPending}>
                Test
              </Button>
              <Button variant="primary" onClick={all.saveAndScan} loading={all.saving}>
                {changed === null ? 'Add and scan' : 'Save and scan'}
              </Button>
            </SpaceBetween>
          }
        >
          {changed === null ? 'Add a connection' : `Change ${changed.label}`}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <ConnectionTestResult identity={all.test.data} error={all.test.error} />
        {all.saveError === null ? null : (
          <Alert type="error" header="Not saved">
            {all.saveError.message}
          </Alert>
        )}
        <Fields {...all} />
      </SpaceBetween>
    </Container>
  );
}

function Fields({ form, errors, change, chooseProfile }: ReturnType<typeof useConnectionForm>) {
  const given = form.organizationRole !== '' || form.roleArn !== '' || form.endpointUrl !== '';
  return (
    <>
      <div className="settings-columns">
        <ProfileSelect profile={form.profile} error={errors.profile} onChange={chooseProfile} />
        <TextField
          label="Name"
          description="What this connection is called here"
          field="label"
          form={form}
          error={errors.label}
          onChange={change}
          placeholder="Production"
        />
        <RegionPicker
          regions={form.regions}
          error={errors.regions}
          onChange={(regions) => change({ regions })}
        />
      </div>
      <ExpandableSection
        headerText="Organisation, role and endpoint - optional"
        defaultExpanded={given}
      >
        <div className="settings-columns">
          <TextField
            label="Role in each account of the organisation"
            description="From the management account or a delegated administrator: its accounts are listed, and this role is assumed in each"
            field="organizationRole"
            form={form}
            error={errors.organizationRole}
            onChange={change}
            placeholder="arn:aws:iam::{account}:role/AssayReader"
          />
          <TextField
            label="Role to assume first"
            description="With the credentials of the profile"
            field="roleArn"
            form={form}
            error={errors.roleArn}
            onChange={change}
            placeholder="arn:aws:iam::111122223333:role/audit"
          />
          <TextField
            label="Endpoint"
            description="Instead of AWS's own, for all services"
            field="endpointUrl"
            form={form}
            error={errors.endpointUrl}
            onChange={change}
            placeholder="http://127.0.0.1:5000"
          />
        </div>
      </ExpandableSection>
    </>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly description: ReactNode;
  readonly field: 'label' | 'roleArn' | 'organizationRole' | 'endpointUrl';
  readonly form: ConnectionForm;
  readonly error: string | undefined;
  readonly placeholder: string;
  readonly onChange: (patch: Partial<ConnectionForm>) => void;
}

function TextField(props: TextFieldProps) {
  const { label, description, field, form, error, placeholder, onChange } = props;
  return (
    <FormField label={label} description={description} errorText={error}>
      <Input
        value={form[field]}
        placeholder={placeholder}
        spellcheck={false}
        onChange={({ detail }) => onChange({ [field]: detail.value })}
      />
    </FormField>
  );
}
