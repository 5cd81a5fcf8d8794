//<
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

public class OrderService {
  record Placed(String id) {}

  private final JdbcTemplate jdbc;
  private final ApplicationEventPublisher events;
  private final Relay relay;

  OrderService(JdbcTemplate jdbc, ApplicationEventPublisher events, Relay relay) {
    this.jdbc = jdbc;
    this.events = events;
    this.relay = relay;
  }

//>
  //{ row=same-tx
  //zh 订单行和消息行在同一个本地事务里
  //en the order row and the message row in one local transaction
  @Transactional
  public void placeOrder(Order order) { //@ order.begin
    jdbc.update("INSERT INTO orders (id, user_id) VALUES (?, ?)", order.id(), order.user());
    jdbc.update("INSERT INTO messages (order_id, status) VALUES (?, 'NEW')", order.id());
    events.publishEvent(new Placed(order.id()));
  } //@ order.commit
  //}
  //{! row=order-first
  //zh 没有 @Transactional：每条语句自己提交。两条之间宕机，就没有消息行
  //en no @Transactional: each statement commits by itself, and who dies between them leaves no message row
  public void placeOrder(Order order) { //@ order.begin
    jdbc.update("INSERT INTO orders (id, user_id) VALUES (?, ?)", order.id(), order.user()); //@ order.first
    jdbc.update("INSERT INTO messages (order_id, status) VALUES (?, 'NEW')", order.id()); //@ order.commit
    events.publishEvent(new Placed(order.id()));
  }
  //}
  //{! row=row-first
  //zh 没有 @Transactional，而且消息行在先：订单可能永远不存在
  //en no @Transactional, and the message row first: the order may never exist
  public void placeOrder(Order order) { //@ order.begin
    jdbc.update("INSERT INTO messages (order_id, status) VALUES (?, 'NEW')", order.id()); //@ order.first
    jdbc.update("INSERT INTO orders (id, user_id) VALUES (?, ?)", order.id(), order.user()); //@ order.commit
    events.publishEvent(new Placed(order.id()));
  }
  //}
  //{ relay=polling

  //zh 提交之后才通知，只为更快：通知丢失，轮询也会找到这一行
  //en a hint after the commit, to be faster: if it gets lost, the poll finds the row
  @TransactionalEventListener(fallbackExecution = true)
  public void afterCommit(Placed placed) {
    relay.wake(); //@ order.told
  }
  //}
  //{ confirm=consumer-ack

  //zh 积分服务的确认
  //en the points service says that it is done
  @Transactional
  public void confirmed(String orderId) {
    jdbc.update("UPDATE messages SET status = 'DONE' WHERE order_id = ?", orderId); //@ order.confirmed
  }
  //}
//<
}
//>
