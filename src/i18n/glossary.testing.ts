/** The glossary: one word per concept and language. What to avoid, and what to write instead. */
import type { Lang } from './languages.ts';

export interface Avoided {
  readonly word: RegExp;
  readonly instead: string;
  /** Keys in which the word stands for another concept, or in a text that quotes. */
  readonly except?: readonly string[];
}

export const AVOIDED: Readonly<Partial<Record<Lang, readonly Avoided[]>>> = {
  zh: [
    // Half messages
    { word: /预备消息|半提交消息|prepare 消息/, instead: '半消息' },
    { word: /半 Topic|真正的主题|真实主题|Topic/, instead: '主题；半消息主题，原主题，目标主题' },
    { word: /结束请求|提交请求|上报结果/, instead: '二次确认' },
    { word: /反查/, instead: '回查' },
    { word: /检查位点|检查次数|检查轮|(?:每|一|这|本|下一?)轮检查/, instead: '扫描，扫描位点，回查次数' },
    { word: /免检/, instead: '免疫期，回查免疫时间' },
    { word: /满龄|够老|行龄/, instead: '首次回查时间（半消息），新行保护期（消息行）' },
    { word: /(?<!有)了结/, instead: '已决（半消息），结束、处理（两阶段提交）' },
    { word: /封锁/, instead: '占位' },
    { word: /登记/, instead: '注册' },
    { word: /孤儿/, instead: '孤立半消息' },
    { word: /TransactionResolution\.UNKNOW\b|(?<!TransactionResolution\.)\bUNKNOWN\b/, instead: 'UNKNOW' },
    // Queue, delivery, consumption
    { word: /偏移/, instead: '位点' },
    { word: /消费进度/, instead: '消费位点' },
    { word: /送到/, instead: '送达，到达' },
    { word: /路上/, instead: '在途，途中' },
    { word: /签收/, instead: '确认消费' },
    { word: /再来|来两份|变成两份|变成了两份/, instead: '重新投递，重复一份' },
    { word: /重试主题|延迟主题/, instead: '重试队列，延迟队列' },
    { word: /死消息|死行/, instead: '死信消息，DEAD 行' },
    { word: /精确一次|有且仅有一次/, instead: '恰好一次' },
    { word: /掉电|崩溃|重新启动|死掉|挂掉/, instead: '断电，宕机，重启' },
    { word: /丢了|丢掉|没了/, instead: '丢失' },
    // Local message table
    { word: /占住|占用|占着|占锁/, instead: '认领（消息行），持有（锁）' },
    { word: /放开|(?<!释)放锁/, instead: '释放' },
    { word: /发布者确认|发送方确认/, instead: '发布确认' },
    { word: /提醒/, instead: '通知' },
    { word: /反向消息/, instead: '补偿消息' },
    { word: /报警|警报/, instead: '告警' },
    { word: /租期/, instead: '租约' },
    { word: /备库|备机/, instead: '从库，从节点' },
    // Two-phase commit
    { word: /二阶段(?!消息)/, instead: '两阶段提交' },
    { word: /表决|说不|答应|反悔|听你的/, instead: '投票，投反对票，投赞成票，更改' },
    { word: /悬而未决|卡死/, instead: '存疑，阻塞' },
    { word: /推定中止/, instead: '推定回滚' },
    { word: /中止/, instead: '回滚', except: ['broker-kafka-asks', 'broker-kafka-settled', 'broker-pulsar-asks'] },
    { word: /启发式决定/, instead: '启发式决策' },
    { word: /手工|手动/, instead: '人工', except: ['share-failed'] },
    {
      word: /人人|大家|别人|没人|有人|谁(?!的确认)|无人/,
      instead: '角色的名字：参与者、其他事务、消费者…',
      except: ['page-incidents-title', 'incidents-intro'],
    },
    { word: /等人|(?:由|得有)人(?!工)/, instead: '等待人工处理，需要人工处理' },
    // Ledger, explorer, verifier
    { word: /凭空(?!多出)/, instead: '凭空多出' },
    { word: /走法|走一遍/, instead: '推演' },
    { word: /舞台/, instead: '演示，示意图' },
    { word: /省掉|一样不少/, instead: '去掉，全部开启' },
    { word: /限度/, instead: '搜索范围' },
    { word: /不归路|临界点|没救|注定/, instead: '不可挽回的一步，无法挽回' },
    { word: /审判|受审/, instead: '说法核实' },
    { word: /张订单/, instead: '个订单' },
    { word: /订单数据库|积分数据库/, instead: '订单库，积分库' },
    { word: /要是/, instead: '如果……' },
    { word: /被告知|偏偏/, instead: '主动句，不带评价' },
    // Load lab
    { word: /积压|滞后/, instead: '堆积，堆积量' },
    { word: /吞吐率|施压|时延|使用率|反压|排空|打满/, instead: '吞吐量，输入负载，延迟，利用率，背压，消化，饱和' },
  ],
  en: [
    { word: /TransactionResolution\.UNKNOW\b|(?<!TransactionResolution\.)\bUNKNOWN\b/, instead: 'UNKNOW' },
    { word: /\b(?:die[sd]?|dead(?![- ]letter))\b/, instead: 'crashes, has crashed; DEAD for a row' },
    { word: /\bdedup\b/i, instead: 'deduplication' },
    { word: /\bby hand\b/i, instead: 'manually' },
    { word: /\bcomes? of age\b/i, instead: 'is due for its first check' },
    { word: /that makes \{/i, instead: '{n} copies in all' },
    { word: /\bend request/i, instead: 'outcome (END_TRANSACTION)' },
    { word: /\ball the same\b/i, instead: 'nevertheless' },
    { word: /\bwaits? for a person|\ba person\b|\bpeople\b/i, instead: 'needs manual action' },
    { word: /\b(?:nobody|somebody|anybody|everybody)\b/i, instead: 'the role that is meant' },
    { word: /\bhints?\b|\bhinted\b/i, instead: 'notify, notification' },
    { word: /\bthe stage\b/i, instead: 'the explorer, the diagram' },
    {
      word: /\bcursors?\b/i,
      instead: 'scan offset',
      except: [
        'section-cursor',
        'setting-poll-why',
        'value-poll-by-cursor',
        'value-poll-by-fenced-cursor',
        'scenario-by-cursor-title',
        'scenario-by-cursor-why',
        'scenario-by-fenced-cursor-title',
        'scenario-by-fenced-cursor-why',
      ],
    },
    {
      word: /\bops?\b(?! messages?\b| topic\b)/,
      instead: 'op message',
      except: ['status-cursors', 'node-half-topic'],
    },
    { word: /\blooks? whether\b/i, instead: 'checks whether' },
    { word: /\btaken for\b|\btakes? (?:it|that|this) for\b/i, instead: 'treats … as' },
    { word: /\bknows no duplicates\b/i, instead: 'does not deduplicate' },
    { word: /\bcredit(?:s|ed)?\b/i, instead: 'points added' },
    { word: /\bcomes? again\b|\bbrings? .*again\b|\bonce more\b/i, instead: 'is redelivered, again' },
    { word: /\bis back\b(?! in the same state)|\bgoes on\b/i, instead: 'restarts, continues' },
    { word: /\bon (?:its|the|their) way\b/i, instead: 'in flight' },
    { word: /\bdoubled\b/i, instead: 'duplicated' },
    { word: /\bold future\b/i, instead: 'earlier path' },
    { word: /\bat rest\b|\bcome to rest\b/i, instead: 'finished' },
    { word: /\bdetour\b/i, instead: 'late but consistent' },
    { word: /\bjudged?\b|\badmit(?:s|ted)?\b/i, instead: 'checked, accepted' },
    { word: /\binvent(?:s|ed)?\b|\ba gift\b/i, instead: 'phantom points' },
    { word: /\bgets? lost\b/i, instead: 'is lost' },
    { word: /\breverse message/i, instead: 'compensating message' },
    { word: /\bnext put\b/i, instead: 'next write' },
    { word: /\balarm\b/i, instead: 'alert' },
    { word: /\b(?:takes?|taken|taking) back\b/i, instead: 'withdraw, cancel, undo' },
    { word: /\bimpatient\b/i, instead: 'a word that blames no one' },
    { word: /\b(?:utiliz|behavior|color\b|center\b|recogniz)/i, instead: 'British spelling' },
  ],
};

/** Placeholders that are filled with names in the reader's language, so that no space stands beside them. */
export const NAMES: readonly string[] = [
  'from',
  'to',
  'role',
  '@by',
  '@next',
  'message',
  'process',
  'broker',
  'bound',
  'expected',
];
