"""What botocore and the AWS CLI make of the same calls.

Reads {endpoint, cases: [{service, cli, operation, input, region, credentials}]} from standard input
and prints a list in the same order. Each entry has `botocore` and `cli`, either {"skipped": why}
or the problems that were found; no network but the endpoint, no settings of the machine.
"""

import base64
import contextlib
import io
import json
import os
import re
import socket
import sys
import tempfile

import botocore
import botocore.config
import botocore.exceptions
import botocore.session
import botocore.validate

try:
    import awscli.clidriver
except ImportError:
    awscli = None

JSON_PROTOCOLS = ('json', 'rest-json')


def main():
    asked = json.load(sys.stdin)
    resolve_account_hosts()
    clients, drivers = {}, {}
    with tempfile.NamedTemporaryFile('w') as config:
        config.write('[default]\ncli_timestamp_format = iso8601\n')
        config.flush()
        os.environ['AWS_CONFIG_FILE'] = config.name
        told = [opinion(case, asked['endpoint'], clients, drivers) for case in asked['cases']]
    json.dump(told, sys.stdout)


def resolve_account_hosts():
    """S3 Control writes the account id before the endpoint's host, which is an IP address here."""
    resolve = socket.getaddrinfo

    def resolve_without_account(host, *args, **named):
        text = host.decode() if isinstance(host, bytes) else host
        return resolve(re.sub(r'^\d{12}\.(?=127\.0\.0\.1$)', '', text or ''), *args, **named)

    socket.getaddrinfo = resolve_without_account


def opinion(case, endpoint, clients, drivers):
    try:
        client = client_of(case, endpoint, clients)
    except botocore.exceptions.UnknownServiceError as error:
        skipped = {'skipped': f'botocore {botocore.__version__}: {str(error).split(". ")[0]}'}
        return {'botocore': skipped, 'cli': skipped}
    method = botocore.xform_name(case['operation'])
    if case['operation'] not in client.meta.service_model.operation_names:
        why = f'botocore {botocore.__version__} does not know {case["operation"]}'
        return {'botocore': {'skipped': why}, 'cli': {'skipped': why}}
    try:
        shape, answer, problems = ask(client, method, case)
    except Exception as error:
        problems = [f'{type(error).__name__}: {error}']
        return {'botocore': {'problems': problems}, 'cli': {'skipped': 'botocore could not read it'}}
    return {
        'botocore': {'problems': problems, 'values': odd_values(shape, answer, '$')},
        'cli': cli_opinion(case, endpoint, streamed(client, case, answer), drivers),
    }


def client_of(case, endpoint, clients):
    keys = case['credentials']
    key = (case['service'], case['region'], keys['accessKeyId'])
    if key not in clients:
        config = botocore.config.Config(
            retries={'total_max_attempts': 1}, s3={'addressing_style': 'path'}, parameter_validation=True
        )
        clients[key] = botocore.session.Session().create_client(
            case['service'],
            region_name=case['region'],
            endpoint_url=endpoint,
            aws_access_key_id=keys['accessKeyId'],
            aws_secret_access_key=keys['secretAccessKey'],
            aws_session_token=keys.get('sessionToken'),
            config=config,
        )
    return clients[key]


def ask(client, method, case):
    """The output shape, the parsed answer, and what the shape says against it."""
    seen = {}

    def keep(http_response, model, **_):
        seen['model'] = model
        if not model.has_streaming_output:
            seen['body'] = http_response.content

    client.meta.events.register('after-call', keep, unique_id='keep')
    answer = getattr(client, method)(**case['input'])
    client.meta.events.unregister('after-call', unique_id='keep')
    answer.pop('ResponseMetadata', None)
    for name, value in answer.items():
        if hasattr(value, 'read'):
            answer[name] = value.read()
    shape = seen['model'].output_shape
    if shape is None:
        return None, answer, []
    report = botocore.validate.ParamValidator().validate(as_modelled(shape, answer), shape)
    problems = [report.generate_report()] if report.has_errors() else []
    return shape, answer, problems + unknown_members(client, shape, seen)


def as_modelled(shape, value):
    """The answer as the model has it: botocore itself decodes policies, and reads empty XML as None."""
    if shape.type_name == 'structure' and isinstance(value, dict):
        return {name: as_modelled(shape.members[name], item) for name, item in value.items() if item is not None and name in shape.members}
    if shape.type_name == 'list' and isinstance(value, list):
        return [as_modelled(shape.member, item) for item in value]
    if shape.type_name == 'map' and isinstance(value, dict):
        return {key: as_modelled(shape.value, item) for key, item in value.items()}
    if shape.type_name == 'string' and isinstance(value, dict):
        return json.dumps(value)
    return value


def unknown_members(client, shape, seen):
    protocol = client.meta.service_model.resolved_protocol
    if protocol not in JSON_PROTOCOLS or not seen.get('body'):
        return []
    payload = shape.serialization.get('payload')
    inner = shape.members[payload] if payload else shape
    if inner.type_name == 'blob':
        return []
    return unknown_in(inner, json.loads(seen['body']), '$', protocol)


def unknown_in(shape, value, path, protocol):
    if value is None or getattr(shape, 'is_document_type', False):
        return []
    if shape.type_name == 'list':
        items = value if isinstance(value, list) else []
        inner = [unknown_in(shape.member, item, f'{path}[{at}]', protocol) for at, item in enumerate(items)]
        return [problem for problems in inner for problem in problems]
    if shape.type_name == 'map':
        inner = [unknown_in(shape.value, item, f'{path}.{key}', protocol) for key, item in value.items()]
        return [problem for problems in inner for problem in problems]
    if shape.type_name != 'structure':
        return []
    # JSON-RPC services ignore locationName on output members.
    renamed = protocol == 'rest-json'
    names = {member.serialization.get('name', name) if renamed else name: member for name, member in shape.members.items()}
    problems = []
    for key, item in value.items():
        if key not in names:
            problems.append(f'{path}.{key} is unknown to botocore {botocore.__version__}')
        else:
            problems += unknown_in(names[key], item, f'{path}.{key}', protocol)
    return problems


def odd_values(shape, value, path):
    """Texts that are none of the values that the shape lists: [path, shape, value]."""
    if shape is None or value is None:
        return []
    if shape.type_name == 'structure' and isinstance(value, dict):
        return [odd for name, item in value.items() if name in shape.members for odd in odd_values(shape.members[name], item, f'{path}.{name}')]
    if shape.type_name == 'list' and isinstance(value, list):
        return [odd for item in value for odd in odd_values(shape.member, item, f'{path}[]')]
    if shape.type_name == 'map' and isinstance(value, dict):
        keys = [odd for key in value for odd in odd_values(shape.key, key, f'{path} key')]
        return keys + [odd for key, item in value.items() for odd in odd_values(shape.value, item, f'{path}.{key}')]
    listed = getattr(shape, 'enum', None)
    if listed and value not in listed:
        return [[path, shape.name, str(value)]]
    return []


def streamed(client, case, answer):
    """The answer and the names of its members that come as a stream: those that the model says."""
    model = client.meta.service_model.operation_model(case['operation'])
    return answer, [name for name in answer if model.has_streaming_output and isinstance(answer[name], bytes)]


def cli_opinion(case, endpoint, streamed_answer, drivers):
    if awscli is None:
        return {'skipped': 'the AWS CLI (awscli) is not installed for Python'}
    argv = [
        '--endpoint-url', endpoint, '--region', case['region'], '--output', 'json', '--no-paginate',
        case['cli'], botocore.xform_name(case['operation'], '-'),
    ]
    answer, streams = streamed_answer
    with tempfile.NamedTemporaryFile() as file:
        if streams:
            # A streamed body goes to a file, and such commands take no --cli-input-json.
            inputs = [(f"--{botocore.xform_name(name, '-')}", str(value)) for name, value in case['input'].items()]
            argv += [text for pair in inputs for text in pair] + [file.name]
            answer = {name: value for name, value in answer.items() if name not in streams}
        else:
            argv += ['--cli-input-json', json.dumps(case['input'])]
        code, out, err = run_cli(argv, case, drivers)
    if code != 0:
        return {'problems': [f'ended with {code}: {err.strip()}']}
    told = json.loads(out) if out.strip() else {}
    expected = json.loads(json.dumps(answer, default=as_text))
    if stable(told) == stable(expected):
        return {'problems': []}
    return {'problems': [f'the CLI read {json.dumps(told)[:2000]}', f'botocore read {json.dumps(expected)[:2000]}']}


def run_cli(argv, case, drivers):
    keys = case['credentials']
    os.environ['AWS_ACCESS_KEY_ID'] = keys['accessKeyId']
    os.environ['AWS_SECRET_ACCESS_KEY'] = keys['secretAccessKey']
    os.environ.pop('AWS_SESSION_TOKEN', None)
    if keys.get('sessionToken'):
        os.environ['AWS_SESSION_TOKEN'] = keys['sessionToken']
    if keys['accessKeyId'] not in drivers:
        drivers[keys['accessKeyId']] = awscli.clidriver.create_clidriver()
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = drivers[keys['accessKeyId']].main(argv)
        except SystemExit as error:
            code = error.code
    return code, out.getvalue(), err.getvalue()


def as_text(value):
    if isinstance(value, bytes):
        return base64.b64encode(value).decode('ascii')
    return value.isoformat() if hasattr(value, 'isoformat') else str(value)


VOLATILE = ('Credentials', 'metrics')


def stable(answer):
    """An answer without what differs from call to call: fresh credentials, measured latency."""
    return {name: value for name, value in answer.items() if name not in VOLATILE}


main()
