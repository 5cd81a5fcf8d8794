//<
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

public class Relay {
  interface Log {
    List<Map<String, Object>> newEntries();

    void saveAsRead(Object id);
  }

  private final JdbcTemplate jdbc;
  private final RabbitTemplate rabbit;
  private final Log log;
  private long cursor = 0;

  //zh 连接工厂打开了发布确认（publisher-confirm-type: correlated）
  //en the connection factory has publisher confirms on (publisher-confirm-type: correlated)
  Relay(JdbcTemplate jdbc, RabbitTemplate rabbit, Log log) {
    this.jdbc = jdbc;
    this.rabbit = rabbit;
    this.log = log;
  }

//>
  //{ mandatory=on
  void start() {
    //zh 没有队列接收的消息会退回来
    //en what no queue takes comes back
    rabbit.setMandatory(true);
  }

  //}
  //{ relay=polling
  @Scheduled(fixedDelay = 10_000)
  //}
  //{ relay=log-tailing
  //zh 读数据库的日志，不查询表
  //en reads the log of the database and asks no table
  @Scheduled(fixedDelay = 500)
  //}
  //{ claim=lock
  @Transactional
  //}
  public void wake() {
    //{ relay=log-tailing
    for (Map<String, Object> row : log.newEntries()) send(row); //@ relay.read
    //}
    //{ relay=polling
    String due =
    //{ poll=by-status min-age=from-commit
        "SELECT id, order_id FROM messages WHERE status = 'NEW' AND due_at <= now()"
    //}
    //{! poll=by-status min-age=from-insert
        //zh 从插入算起的年龄：事务够长，提交时行已经很老
        //en its age from the insert on: after a long transaction the row is old when it commits
        "SELECT id, order_id FROM messages WHERE status = 'NEW' AND created_at <= now() - interval 10 second"
    //}
    //{! poll=by-cursor
        //zh 自增编号在插入时给出：编号小的行可能后提交，永远被跳过
        //en ids are given at the insert: a row with a smaller one may commit later and is skipped for ever
        "SELECT id, order_id FROM messages WHERE status = 'NEW' AND id > " + cursor
    //}
    //{ poll=by-fenced-cursor
        //zh 只读到最老的未结束事务之前
        //en reads only what lies below the oldest transaction that has not ended
        "SELECT id, order_id FROM messages WHERE status = 'NEW' AND id > " + cursor + " AND tx < oldest_running_tx()"
    //}
    //{ claim=lock
            + " ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED";
    for (Map<String, Object> row : jdbc.queryForList(due)) send(row); //@ relay.read
    //}
    //{ claim=lease
            + " AND (owner IS NULL OR leased_until < now()) ORDER BY id LIMIT 10";
    for (Map<String, Object> row : jdbc.queryForList(due)) {
      //zh 租约到期时，原来的中继可能还在发送
      //en when the lease is over, its relay may still be sending
      String claim = "UPDATE messages SET owner = ?, leased_until = now() + interval 300 second WHERE id = ?";
      if (jdbc.update(claim, "relay", row.get("id")) == 1) send(row); //@ relay.read
    }
    //}
    //{! claim=none
            + " ORDER BY id LIMIT 10";
    //zh 没有认领：两个中继会读到同一行
    //en no claim: two relays read the same row
    for (Map<String, Object> row : jdbc.queryForList(due)) send(row); //@ relay.read
    //}
    //}
  }

  private void send(Map<String, Object> row) {
    //{! publish=after-mark
    //zh 先标记再发送：在这之间宕机，消息永远不会发出
    //en marked first and sent then: who dies in between never sends it
    mark(row); //@ relay.mark
    rabbit.convertAndSend("orders", row.get("order_id")); //@ relay.publish
    //}
    //{ publish=then-mark
    CorrelationData confirm = new CorrelationData(String.valueOf(row.get("id")));
    try {
      rabbit.convertAndSend("", "orders", row.get("order_id"), confirm); //@ relay.publish
      //zh 等 Broker 的发布确认
      //en waits until the broker confirms
      boolean isStored = confirm.getFuture().get(5, TimeUnit.SECONDS).isAck(); //@ relay.confirmed
      if (!isStored) throw new IllegalStateException("not stored");
      mark(row); //@ relay.mark
    } catch (Exception unsure) {
      //zh 存了没有不知道：行还是 NEW，过一会儿再发
      //en stored or not, nobody knows: the row stays NEW and is sent again later
      jdbc.update("UPDATE messages SET attempts = attempts + 1 WHERE id = ?", row.get("id")); //@ relay.fail
    }
    //}
  }

  private void mark(Map<String, Object> row) {
    //{ relay=polling
    jdbc.update("UPDATE messages SET status = 'SENT' WHERE id = ?", row.get("id"));
    cursor = ((Number) row.get("id")).longValue();
    //}
    //{ relay=log-tailing
    log.saveAsRead(row.get("id"));
    //}
  }
//<
}
//>
