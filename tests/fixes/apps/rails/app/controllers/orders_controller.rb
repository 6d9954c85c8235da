class OrdersController < ApplicationController
  # ---- new lines go here
  before_action :require_login
  # ---- after the guard

  def index
    render json: { orders: [{ id: 1 }] }
  end
end
