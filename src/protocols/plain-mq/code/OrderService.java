//<
import java.util.concurrent.TimeUnit;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.transaction.support.TransactionTemplate;

public class OrderService {
  private final TransactionTemplate transaction;
  private final Orders orders;
  private final RabbitTemplate rabbit;

  OrderService(TransactionTemplate transaction, Orders orders, RabbitTemplate rabbit) {
    this.transaction = transaction;
    this.orders = orders;
    this.rabbit = rabbit;
  }

//>
  //{ mandatory=on
  void start() {
    //zh 没有队列接收的消息会退回来
    //en what no queue takes comes back
    rabbit.setMandatory(true);
  }

  //}
  //{ order=commit-then-publish
  public void placeOrder(Order order) throws Exception { //@ order.begin
    transaction.executeWithoutResult(status -> {
      orders.insert(order);
    }); //@ order.commit
    //zh 缺口：在这之间宕机，订单已提交而没有消息，也没有任何记录
    //en the gap: who dies in between leaves an order, no message and no trace of it
    publish(order); //@ order.published
  }
  //}
  //{! order=publish-then-commit
  public void placeOrder(Order order) { //@ order.begin
    transaction.executeWithoutResult(status -> {
      orders.insert(order);
      //zh 在事务里先发送：消费者可能先加积分，而提交还会失败
      //en published inside the transaction: points may be added, and the commit may still fail
      publishOrThrow(order); //@ order.published
    }); //@ order.commit
  }
  //}

  private void publish(Order order) throws Exception {
    //{ retry=off
    CorrelationData confirm = new CorrelationData(order.id());
    rabbit.convertAndSend("", "orders", order.id(), confirm); //@ order.send
    //zh 等发布确认；没有等到，存了没有不知道
    //en waits for the confirm; without one nobody knows whether it is stored
    confirm.getFuture().get(3, TimeUnit.SECONDS); //@ order.confirmed
    //}
    //{ retry=on
    for (int attempt = 1; attempt <= 3; attempt++) {
      CorrelationData confirm = new CorrelationData(order.id());
      rabbit.convertAndSend("", "orders", order.id(), confirm); //@ order.send
      try {
        //zh 重试只在内存里：宕机就没有第二次
        //en the retries are in memory: after a crash there is no second one
        if (confirm.getFuture().get(3, TimeUnit.SECONDS).isAck()) return; //@ order.confirmed
      } catch (java.util.concurrent.TimeoutException unsure) {
        //zh 可能已经存下：再发就可能重复
        //en it may be stored: sending it again may double it
        Thread.sleep(1_000); //@ order.pause
      }
    }
    //}
  }
//<

  private void publishOrThrow(Order order) {
    try {
      publish(order);
    } catch (Exception unsent) {
      throw new IllegalStateException(unsent);
    }
  }
}
//>
