/** How a name server and a broker are started: small, on loopback, with short timers. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const PORTS = { names: 19_876, broker: 19_911, replicas: 19_914 } as const;

/** What every run has; a run may say otherwise. The op interval lies below transactionTimeOut. */
const BROKER: { readonly [name: string]: string | number } = {
  brokerClusterName: 'live',
  brokerName: 'live',
  brokerId: 0,
  brokerIP1: '127.0.0.1',
  bindAddress: '127.0.0.1',
  namesrvAddr: `127.0.0.1:${PORTS.names}`,
  listenPort: PORTS.broker,
  haListenPort: PORTS.replicas,
  mappedFileSizeCommitLog: 16_777_216,
  mappedFileSizeConsumeQueue: 600_000,
  autoCreateTopicEnable: 'false',
  brokerRole: 'ASYNC_MASTER',
  flushDiskType: 'ASYNC_FLUSH',
  transactionTimeOut: 3_000,
  transactionCheckInterval: 2_000,
  transactionOpBatchInterval: 500,
  waitTimeMillsInSendQueue: 5_000,
  diskMaxUsedSpaceRatio: 95,
  messageDelayLevel: '1s 1s 1s 2s 2s 2s',
};

/** Those settings that say something of a run: neither ports nor names. */
export function commonSettings(): { readonly [name: string]: string | number } {
  const said = Object.entries(BROKER).filter(([name]) => !/Port|Addr|IP|Name|brokerId|bind|mapped/.test(name));
  return Object.fromEntries(said);
}

const MEMORY = ['-Xms256m', '-Xmx256m', '-XX:MaxDirectMemorySize=256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
/** Without them 4.9 dies on Java 17 when it shuts down, so that its clean stop is none, and when it starts on a store. */
const OPENED = ['java.nio', 'sun.nio.ch', 'jdk.internal.ref'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

interface Place {
  readonly folder: string;
  readonly classPath: string;
}

function javaArgs({ folder, classPath }: Place, mainClass: string, conf: string): readonly string[] {
  return [...MEMORY, ...OPENED, `-Duser.home=${folder}`, '-cp', classPath, mainClass, '-c', conf];
}

/** Where a broker's process writes its number, in its folder: also the number of its group. */
export const PID_FILE = 'broker.pid';

/** The command of a broker whose store lies in a folder of its own. */
export function brokerCommand({
  folder,
  classPath,
  settings,
}: Place & { readonly settings: { readonly [name: string]: string | number } }): string {
  const conf = join(folder, 'broker.conf');
  const store = join(folder, 'store');
  const all = { ...BROKER, storePathRootDir: store, storePathCommitLog: join(store, 'commitlog'), ...settings };
  writeFileSync(
    conf,
    Object.entries(all)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  writeLogging(folder);
  const args = javaArgs({ folder, classPath }, 'org.apache.rocketmq.broker.BrokerStartup', conf);
  const words = args.map((word) => `'${word}'`).join(' ');
  const script = join(folder, 'broker.sh');
  const start = `exec env -u NAMESRV_ADDR ROCKETMQ_HOME='${join(folder, 'home')}' java ${words}`;
  writeFileSync(script, `echo $$ > '${join(folder, PID_FILE)}'\n${start}\n`);
  return `sh '${script}'`;
}

/** Only why it ends, where it ends: what it prints last is told when it does not come up. */
const LOGGING = `<configuration>
<appender name="said" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%m %ex{2}%n</pattern></encoder></appender>
<root level="ERROR"><appender-ref ref="said"/></root>
</configuration>
`;

/** 4.9 wants its logging described in files that no jar contains. */
function writeLogging(folder: string): void {
  mkdirSync(join(folder, 'home/conf'), { recursive: true });
  for (const name of ['namesrv', 'broker']) {
    writeFileSync(join(folder, `home/conf/logback_${name}.xml`), LOGGING);
  }
}

export function nameServer(place: Place): { readonly stop: () => void } {
  const conf = join(place.folder, 'names.conf');
  writeFileSync(conf, `listenPort=${PORTS.names}\nbindAddress=127.0.0.1\n`);
  writeLogging(place.folder);
  const { NAMESRV_ADDR: _, ...env } = process.env;
  const child = spawn('java', [...javaArgs(place, 'org.apache.rocketmq.namesrv.NamesrvStartup', conf)], {
    stdio: 'ignore',
    detached: true,
    env: { ...env, ROCKETMQ_HOME: join(place.folder, 'home') },
  });
  return { stop: () => void (child.exitCode === null && child.kill('SIGKILL')) };
}
