//<
//{ ack=after-commit
import com.rabbitmq.client.Channel;
//}
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.transaction.support.TransactionTemplate;

public class PointsConsumer {
  private final TransactionTemplate transaction;
  private final Markers markers;
  private final Points points;
  private final RabbitTemplate rabbit;

  PointsConsumer(TransactionTemplate transaction, Markers markers, Points points, RabbitTemplate rabbit) {
    this.transaction = transaction;
    this.markers = markers;
    this.points = points;
    this.rabbit = rabbit;
  }

//>
  //{ ack=after-commit
  @RabbitListener(queues = "orders", ackMode = "MANUAL")
  public void onMessage(Message message, Channel channel) throws java.io.IOException { //@ consume.enter
    String id = new String(message.getBody());
    //zh 出于业务原因拒绝：告诉订单服务撤销订单
    //en refused for a business reason: the order service is told to take the order back
    if (points.accepts(id)) add(id);
    else rabbit.convertAndSend("orders-refused", id); //@ consume.refuse
    //{ confirm=consumer-ack
    rabbit.convertAndSend("orders-confirmed", id); //@ consume.reply
    //}
    //zh 先提交，再确认消费
    //en committed first, acknowledged then
    channel.basicAck(message.getMessageProperties().getDeliveryTag(), false); //@ consume.return
  }
  //}
  //{! ack=before-commit
  //zh 自动确认：送出就算消费了，之后宕机，消息不会再来
  //en automatic acknowledgement: consumed as soon as it is sent; after a crash it never comes again
  @RabbitListener(queues = "orders", ackMode = "NONE")
  public void onMessage(Message message) { //@ consume.enter
    String id = new String(message.getBody());
    if (points.accepts(id)) add(id); //@ consume.return
    else rabbit.convertAndSend("orders-refused", id); //@ consume.refuse
    //{ confirm=consumer-ack
    rabbit.convertAndSend("orders-confirmed", id); //@ consume.reply
    //}
  }
  //}

  private void add(String id) {
    //{ dedup=same-tx
    //zh 去重标记和积分在同一个事务里
    //en the marker and the points in one transaction
    transaction.executeWithoutResult(status -> {
      if (!markers.insertIfAbsent(id)) return; //@ consume.duplicate
      points.add(id, 10); //@ consume.add
    }); //@ consume.commit
    //}
    //{! dedup=none
    //zh 每来一次加一次
    //en adds points every time that it comes
    points.add(id, 10); //@ consume.add consume.commit
    //}
    //{! dedup=marker-first
    if (!markers.insertIfAbsent(id)) return; //@ consume.duplicate consume.marked
    //zh 另一个事务：在这之间宕机，标记已有而积分没有
    //en another transaction: whoever dies in between has the marker and no points
    points.add(id, 10); //@ consume.add consume.commit
    //}
    //{! dedup=marker-after
    if (markers.exists(id)) return; //@ consume.duplicate
    points.add(id, 10); //@ consume.added
    //zh 另一个事务：在这之间宕机，积分已加而没有标记
    //en another transaction: whoever dies in between has the points and no marker
    markers.insertIfAbsent(id); //@ consume.commit
    //}
  }
//<
}
//>
